# Completion of qovery for PowerShell 5.1 and newer. Made by `python -m qovery_cli.completion`: do not
# edit.
#
# Commands, options and their values are answered without a process; names of resources are asked
# from the program, which knows the caches, the scope and, if need be, the API.

# Options: [*]SHOWN...;ACCEPTED...[|VALUE], * for those that may be repeated; #WORDS one of them,
# C columns, S something to sort by, F a filter, P a profile, / a file, @KINDS a name. About: what
# they are for. Groups: other names of the children, and the children with what they are for.
# Commands: options, arguments and columns.
$global:QoveryCompletion = @{
    Options = @(
  '--output -o;|#table wide json ndjson yaml csv tsv name id'
  '--query -q;|'
  '--columns;|C'
  '--sort-by;|S'
  '*--filter;|F'
  '--no-headers;'
  '--profile;|P'
  '--debug;'
  ';--json'
  '--help -h;'
  '--version -V;'
  '--org;--organization|@organization'
  '--plan;|#FREE PROFESSIONAL BUSINESS ENTERPRISE TEAM TEAM_YEARLY ENTERPRISE_YEARLY USER_2025 TEAM_2025 BUSINESS_2025 ENTERPRISE_2025'
  '*--admin-email;|'
  '--description;|'
  ';--icon-url|'
  '--logo-url;|'
  '--repository;|'
  '--website;|'
  '--file -f;|/'
  '*--set;|'
  '--skeleton;'
  '--no-validate;'
  '--dry-run;'
  '--explain;'
  '--name;|'
  '--replace;'
  '--yes -y;'
  '--confirm;|'
  '--creator-name;|'
  '--name;|'
  '--role-id;|'
  '--scope;|#ADMIN'
  '--token;|@token'
  '--webhook;|@webhook'
  '*--event;|#DEPLOYMENT_STARTED DEPLOYMENT_CANCELLED DEPLOYMENT_FAILURE DEPLOYMENT_SUCCESSFUL'
  '--kind;|#STANDARD SLACK'
  '--enabled --no-enabled;'
  '*--mode;|#DEVELOPMENT PREVIEW PRODUCTION STAGING'
  '*--project-name;|'
  '--webhook-secret;|'
  '--url;|'
  '--registry;|@registry'
  '--kind;|#ECR SCALEWAY_CR DOCKER_HUB PUBLIC_ECR DOCR GITHUB_CR GITHUB_ENTERPRISE_CR GITLAB_CR GENERIC_CR GCP_ARTIFACT_REGISTRY AZURE_CR'
  '--access-key-id;|'
  '--azure-subscription-id;|'
  '--azure-tenant-id;|'
  '--gcp-credentials-type;|#workload_identity_federation'
  '--gcp-project-id;|'
  '--json-credentials;|'
  '--password;|'
  '--region;|'
  '--role-arn;|'
  '--scaleway-access-key;|'
  '--scaleway-project-id;|'
  '--scaleway-secret-key;|'
  '--secret-access-key;|'
  '--service-account-email;|'
  '--token-lifetime;|'
  '--url;|'
  '--username;|'
  '--workload-identity-provider;|'
  '--cloud;|#aws scaleway do'
  '--credentials;|@awsCredentials?--cloud=aws|scalewayCredentials?--cloud=scaleway|digitalOceanCredentials?--cloud=do'
  '--do-token;|'
  '--scaleway-organization-id;|'
  '--spaces-access-id;|'
  '--spaces-secret-key;|'
  '--type;|#AWS_ROLE AWS_STATIC EKS_ANYWHERE_VSPHERE_ROLE EKS_ANYWHERE_VSPHERE_STATIC'
  '--vsphere-password;|'
  '--vsphere-user;|'
  '--cluster;|@cluster'
  '--plan;|'
  '--code;|'
  '--address;|'
  '--city;|'
  '--company;|'
  '--country-code;|'
  '--email;|'
  '--first-name;|'
  '--last-name;|'
  '--state;|'
  '--vat-number;|'
  '--zip;|'
  '--invoice;|@invoice'
  '--to;|/'
  '--cvv;|'
  '--expires;--expiry-month|'
  '--number;|'
  '--card-token;|'
  ';--expiry-year|'
  '--card;|@creditCard'
  '--code;|'
  '--installation-id;|'
  '--force --no-force;'
  '--provider;|#github gitlab bitbucket'
  '--git-token;|'
  '--provider;|#github gitlab bitbucket'
  '--name;|'
  '--member;|@member'
  '--role;|#ADMIN DEVELOPER OWNER VIEWER'
  '--invite;|@invite'
  '--to;|@member'
  '--cloud;|#AWS DIGITAL_OCEAN SCALEWAY SCW GCP DO AZURE OVH CIVO HETZNER ORACLE IBM ON_PREMISE'
  '--cloud-provider-credentials;|'
  '--disk-iops;|'
  '--disk-size;|'
  '--disk-throughput;|'
  '*--feature;|'
  '--infrastructure-charts-parameters;|'
  '--instance-type;|'
  '--keda --no-keda;'
  '--kubernetes;|#K3S MANAGED SELF_MANAGED PARTIALLY_MANAGED'
  '*--labels-group;|'
  '--max-nodes;|'
  '--metrics-parameters;|'
  '--min-nodes;|'
  '--production --no-production;'
  '*--secret-manager-access;|'
  '*--ssh-key;|'
  '*--remove-feature;|'
  '*--remove-labels-group;|'
  '*--remove-secret-manager-access;|'
  '--delete-mode;|#DEFAULT DELETE_CLUSTER_AND_QOVERY_CONFIG DELETE_QOVERY_CONFIG'
  '--skip-reconcile --no-skip-reconcile;'
  '--wait -w;--watch'
  '--timeout;|'
  '--plan-only --no-plan-only;'
  '--aws-cloudwatch-eks-logs-retention-days;|'
  '--aws-eks-ec2-ami;|'
  '--aws-eks-ec2-metadata-imds;|#optional required'
  '--aws-eks-efs-performance-mode;|#generalPurpose maxIO'
  '--aws-eks-efs-throughput-mode;|#bursting elastic provisioned'
  '--aws-eks-efs-transition-to-ia;|#AFTER_1_DAY AFTER_7_DAYS AFTER_14_DAYS AFTER_30_DAYS AFTER_60_DAYS AFTER_90_DAYS'
  '--aws-eks-enable-alb-controller --no-aws-eks-enable-alb-controller;'
  '--aws-eks-enable-efs-addon --no-aws-eks-enable-efs-addon;'
  '--aws-iam-admin-group;|'
  '--aws-vpc-enable-nat-gateway-secondary-eip --no-aws-vpc-enable-nat-gateway-secondary-eip;'
  '--aws-vpc-enable-s3-flow-logs --no-aws-vpc-enable-s3-flow-logs;'
  '--aws-vpc-flow-logs-retention-days;|'
  '--cloud-provider-container-registry-tags;|'
  '*--database-mongodb-allowed-cidrs;|'
  '--database-mongodb-deny-any-access --no-database-mongodb-deny-any-access;'
  '*--database-mysql-allowed-cidrs;|'
  '--database-mysql-deny-any-access --no-database-mysql-deny-any-access;'
  '*--database-postgresql-allowed-cidrs;|'
  '--database-postgresql-deny-any-access --no-database-postgresql-deny-any-access;'
  '*--database-redis-allowed-cidrs;|'
  '--database-redis-deny-any-access --no-database-redis-deny-any-access;'
  '--envoy-gateway-api-http-connection-idle-timeout-seconds;|'
  '--envoy-gateway-api-http-request-timeout-seconds;|'
  '--envoy-gateway-api-retry-http-status-codes;|'
  '--envoy-gateway-api-retry-num-retries;|'
  '--envoy-gateway-api-retry-per-try-timeout-seconds;|'
  '--envoy-gateway-api-retry-retry-on;|'
  '*--k8s-api-allowed-public-access-cidrs;|'
  '--load-balancer-size;|'
  '--loki-backend-cpu-limit-m;|'
  '--loki-backend-cpu-request-m;|'
  '--loki-backend-memory-limit-mib;|'
  '--loki-backend-memory-request-mib;|'
  '--loki-deployment-mode;|#single_binary simple_scalable'
  '--loki-log-retention-in-week;|'
  '--loki-read-cpu-limit-m;|'
  '--loki-read-cpu-request-m;|'
  '--loki-read-memory-limit-mib;|'
  '--loki-read-memory-request-mib;|'
  '--loki-single-binary-cpu-limit-m;|'
  '--loki-single-binary-cpu-request-m;|'
  '--loki-single-binary-memory-limit-mib;|'
  '--loki-single-binary-memory-request-mib;|'
  '--loki-write-cpu-limit-m;|'
  '--loki-write-cpu-request-m;|'
  '--loki-write-memory-limit-mib;|'
  '--loki-write-memory-request-mib;|'
  '--nginx-hpa-cpu-utilization-percentage-threshold;|'
  '--nginx-hpa-max-number-instances;|'
  '--nginx-hpa-min-number-instances;|'
  '--nginx-memory-limit-in-mib;|'
  '--nginx-memory-request-in-mib;|'
  '--nginx-vcpu-limit-in-milli-cpu;|'
  '--nginx-vcpu-request-in-milli-cpu;|'
  '--pleco-resources-ttl;|'
  '--qovery-static-ip-mode --no-qovery-static-ip-mode;'
  '--registry-image-retention-time;|'
  '--registry-mirroring-mode;|#Cluster Service'
  '--storageclass-fast-ssd;|'
  '*--route;|'
  '*--remove-route;|'
  '--cloud;|#AWS DIGITAL_OCEAN SCALEWAY SCW GCP ON_PREMISE AZURE'
  '--credentials-id;|'
  '--credentials-name;|'
  '--cloud;|#aws scaleway do'
  '--cluster;|@cluster'
  '--project;|@project'
  '--rule;|@projectRule'
  '--cluster;|@cluster'
  '--mode;|#DEVELOPMENT PREVIEW PRODUCTION STAGING'
  '--pattern;|'
  '--auto-delete --no-auto-delete;'
  '--auto-deploy --no-auto-deploy;'
  '--auto-stop --no-auto-stop;'
  '--start-time;|'
  '--stop-time;|'
  '--timezone;|'
  '*--weekday;|#MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY'
  '*--rule;|@projectRule'
  '--all;'
  '--env;--environment|@environment'
  '--cluster;|@cluster'
  '--mode;|#DEVELOPMENT PRODUCTION STAGING'
  '--name;|'
  '--restart-db --no-restart-db;'
  '--force --no-force;'
  '--name;|'
  '--apply-deployment-rule --no-apply-deployment-rule;'
  '--cluster;|@cluster'
  '--mode;|#DEVELOPMENT PREVIEW PRODUCTION STAGING'
  '--to-project;|@project'
  '*--deploy-app;|'
  '*--deploy-container;|'
  '*--deploy-db;|@database'
  '*--deploy-helm;|'
  '*--deploy-job;|'
  '*--deploy-terraform;|'
  '--rule;|'
  '--auto-deploy --no-auto-deploy;'
  '--auto-preview --no-auto-preview;'
  '--on-demand-preview --no-on-demand-preview;'
  '--limit;|'
  '--to-update --no-to-update;'
  '--app;--application|@application'
  '--repository;|'
  '*--annotations-group;|'
  '*--argument;|'
  '--auto-preview --no-auto-preview;'
  '--autoscaling;|'
  '--branch;|'
  '--build-mode;|#BUILDPACKS DOCKER'
  '--build-stage;|'
  '--buildpack-language;|#CLOJURE GO GRADLE GRAILS JAVA JVM NODE_JS PHP PLAY PYTHON SCALA'
  '--cpu;|'
  '--cpu-architecture;|#AMD64 ARM64'
  '--dockerfile-path;|'
  '--entrypoint;|'
  '--ephemeral-storage;|'
  '--git-provider;|#BITBUCKET GITHUB GITLAB'
  '--git-token;|'
  '--gpu;|'
  '--healthcheck-protocol;|#TCP HTTP None'
  '--healthcheck-value;|'
  ';--icon-uri|'
  '--liveness-probe;|'
  '--max-instances;|'
  '--memory;|'
  '--min-instances;|'
  '*--port;|'
  '--readiness-probe;|'
  '--root-path;|'
  '*--storage;|'
  '--name;|'
  '--sticky-session --no-sticky-session;'
  '*--remove-port;|'
  '*--remove-storage;|'
  '*--remove-annotations-group;|'
  '--commit;|'
  '--current;'
  '--commit;|'
  '--domain;|@applicationDomain'
  '--generate-certificate --no-generate-certificate;'
  '--use-cdn --no-use-cdn;'
  '--domain;|'
  '--new-domain;|'
  '--build-cpu-max-in-milli;|'
  '--build-disable-buildkit-cache --no-build-disable-buildkit-cache;'
  '--build-ram-max-in-gib;|'
  '--build-skip-git-submodules --no-build-skip-git-submodules;'
  '--build-timeout-max-sec;|'
  '--deployment-affinity-node-required;|'
  '--deployment-antiaffinity-pod;|#Preferred Requirred'
  '--deployment-custom-domain-check-enabled --no-deployment-custom-domain-check-enabled;'
  '--deployment-delay-start-time-sec;|'
  '--deployment-termination-grace-period-seconds;|'
  '--deployment-topology-spread-zone;|#Disabled ScheduleAnyway DoNotSchedule'
  '--deployment-update-strategy-rolling-update-max-surge-percent;|'
  '--deployment-update-strategy-rolling-update-max-unavailable-percent;|'
  '--deployment-update-strategy-type;|#RollingUpdate Recreate'
  '--hpa-cpu-average-utilization-percent;|'
  '--hpa-memory-average-utilization-percent;|'
  '--liveness-probe-failure-threshold;|'
  '--liveness-probe-http-get-path;|'
  '--liveness-probe-initial-delay-seconds;|'
  '--liveness-probe-period-seconds;|'
  '--liveness-probe-success-threshold;|'
  '--liveness-probe-timeout-seconds;|'
  '--liveness-probe-type;|#NONE TCP HTTP'
  '--network-gateway-api-http-connection-idle-timeout-seconds;|'
  '--network-gateway-api-http-request-timeout-seconds;|'
  '--network-gateway-api-retry-http-status-codes;|'
  '--network-gateway-api-retry-num-retries;|'
  '--network-gateway-api-retry-per-try-timeout-seconds;|'
  '--network-gateway-api-retry-retry-on;|'
  '--network-ingress-basic-auth-env-var;|'
  '--network-ingress-cors-allow-headers;|'
  '--network-ingress-cors-allow-methods;|'
  '--network-ingress-cors-allow-origin;|'
  '--network-ingress-denylist-source-range;|'
  '--network-ingress-enable-cors --no-network-ingress-enable-cors;'
  '--network-ingress-enable-sticky-session --no-network-ingress-enable-sticky-session;'
  '--network-ingress-extra-headers;|'
  '--network-ingress-force-ssl-redirect --no-network-ingress-force-ssl-redirect;'
  '--network-ingress-grpc-read-timeout-seconds;|'
  '--network-ingress-grpc-send-timeout-seconds;|'
  '--network-ingress-keepalive-time-seconds;|'
  '--network-ingress-keepalive-timeout-seconds;|'
  '--network-ingress-proxy-body-size-mb;|'
  '--network-ingress-proxy-buffer-size-kb;|'
  '--network-ingress-proxy-buffering;|'
  '--network-ingress-proxy-connect-timeout-seconds;|'
  '--network-ingress-proxy-read-timeout-seconds;|'
  '--network-ingress-proxy-send-timeout-seconds;|'
  '--network-ingress-send-timeout-seconds;|'
  '--network-ingress-whitelist-source-range;|'
  '*--post-start-command;|'
  '*--pre-stop-command;|'
  '--readiness-probe-failure-threshold;|'
  '--readiness-probe-http-get-path;|'
  '--readiness-probe-initial-delay-seconds;|'
  '--readiness-probe-period-seconds;|'
  '--readiness-probe-success-threshold;|'
  '--readiness-probe-timeout-seconds;|'
  '--readiness-probe-type;|#NONE TCP HTTP'
  '--security-automount-service-account-token --no-security-automount-service-account-token;'
  '--security-read-only-root-filesystem --no-security-read-only-root-filesystem;'
  '--security-service-account-name;|'
  '--mode;|#EXCLUDE MATCH'
  ';--type|#PATH'
  '--value;|'
  '--restriction;|@restriction'
  '--tag;|@tag'
  '--target;|@application'
  '--target;|@database'
  '--db;--database|@database'
  '--target;|@logicalDatabase'
  '--last-seconds;|'
  '--container;|@container'
  '--image;|'
  '--registry;|@registry'
  '--tag;|'
  '--tag;|'
  '--domain;|@containerDomain'
  '--network-ingress-proxy-request-buffering;|'
  '--target;|@container'
  '--db-version;|'
  '--mode;|#CONTAINER MANAGED'
  '--type;|#MONGODB MYSQL POSTGRESQL REDIS'
  '--accessibility;|#PRIVATE PUBLIC'
  '--cpu;|'
  '--instance-type;|'
  '--memory;|'
  '--storage;|'
  '--disk-type;|#gp2 gp3'
  '--apply-immediately --no-apply-immediately;'
  '--login;|'
  '--password;|'
  '--message;|'
  '--backup;|@backup'
  '--logical-database;|@logicalDatabase'
  '--name;|'
  '--description;|'
  '--interpolate --no-interpolate;'
  '--mount-path;|'
  '--key;|'
  '--value;|'
  '--key;|'
  '--value;|'
  '--var;|@applicationVariable|containerVariable|environmentVariable|projectVariable'
  '--value;|'
  '--alias;|'
  '--overwrite;'
  '--secret;'
  ';|/'
  '*;|'
  '--secret;|@applicationSecret|containerSecret|environmentSecret|projectSecret'
  '--type;|#INVITATION'
  '--type-of-use;|#PERSONAL SCHOOL WORK'
  '--usage;|'
  '--company-name;|'
  '--company-size;|#1-10 11-50 51-200 201-500 500+'
  ';--current-step|'
  ';--dx-auth --no-dx-auth'
  '--hosting;|'
  '--questions;|'
  '--role;|'
  '--usage-other;|'
  '--env;--environment|@environment'
  '--insecure-storage;'
  '--header;'
  ';|P'
  '--api-level;|#1.0.3 1.0.4'
  '--api-url;|'
  '--app;--application|@application'
  '--cluster;|@cluster'
  '--container;|@container'
  '--db;--database|@database'
  '--env;--environment|@environment'
  '--format;|#table wide json yaml'
  '--no-check;'
  '--org;--organization|@organization'
  '--project;|@project'
  '--everything;'
  '*;|'
  '--api;|#1.0.3 1.0.4'
  '--port;|'
  '--seed;|#demo empty big'
  '--speed;|'
  '--state;|/'
  ';|#bash zsh fish powershell'
  '*--field -f;|'
  '*--header -H;|'
  '--include -i;'
  '--input;|/'
  '--method -X;|#GET POST PUT PATCH DELETE'
  '--paginate;'
  '*--typed-field -F;|'
  ';|'
    )
    About = @(
  'How to print the result'
  'Pick from the result as JSON'
  'Columns of a table, separated by commas'
  'Sort a list by this field; -FIELD for descending'
  'Keep what has this value; != and ~= work too'
  'Leave out the line of column names'
  'Use this profile'
  'Log requests to stderr, secrets masked'
  'The same as -o json'
  'Show this page'
  'Show the version'
  'Organization: its name or id'
  'Plan to be billed by'
  'Who is written to about the account, as e-mail addresses'
  'What it is for, in a few words'
  'Icon, as a URL'
  'Logo, as a URL'
  'Main git repository, as a URL'
  'Website, as a URL'
  'Read the body from a YAML or JSON file; - for stdin'
  'Set any field: a.b[0]=text, a:=json, a=@file'
  'Print a body to fill in, and send nothing'
  'Send what was given without checking it'
  'Print the requests instead of sending them'
  'Print the requests as curl commands instead of sending them'
  'Name; no other one here may have it, whatever its case'
  'Send just what is given, not what is there already'
  'Do not ask'
  'Do not ask, if this is its name'
  'Only those made by this person'
  'Only those of this name'
  'Id of a role'
  'What the token may do'
  'API token: its name or id'
  'Webhook: its URL, description or id'
  'Event to tell about'
  'Who is told: any server, or Slack'
  'Whether it is in use'
  'Only environments of this mode'
  'Only projects whose name matches, * and ? allowed'
  'Secret that is sent along'
  'Where events are sent, an http or https URL'
  'Container registry: its name or id'
  'Kind of registry'
  'Access key'
  'Azure subscription, by its id'
  'Azure tenant, by its id'
  'How to sign in at Google'
  'Google project, by its id'
  'Google service account key, as JSON'
  'Password at the registry'
  'Region of the cloud, such as eu-west-3'
  'Role to assume, as an ARN'
  'Scaleway access key'
  'Scaleway project, by its id'
  'Scaleway secret key'
  'Secret key'
  'Google service account, by its e-mail'
  'How long a Google token is good for, in seconds'
  'Address of the registry, such as https://docker.io'
  'User name at the registry'
  'Google workload identity provider, as a resource name'
  'Which cloud they are for'
  'Credentials: its name or id'
  'DigitalOcean token'
  'Scaleway organization, by its id'
  'Spaces access key'
  'Spaces secret key'
  'Kind of credentials; keys unless a role is given'
  'vSphere password'
  'vSphere user'
  'Cluster: its name or id'
  'Plan to change to, such as BUSINESS'
  'Code to redeem'
  'Street and number'
  'City'
  'Company'
  'Country, as two letters'
  'E-mail address'
  'First name'
  'Last name'
  'State, where addresses have one'
  'VAT number'
  'Postal code'
  'Invoice: its date or id'
  'Where to put it; - for stdout'
  'Security code of the card'
  'Month until which the card is good, with its year'
  'Number of the card'
  'Token of the card from the payment provider'
  'Year until which the card is good, if --expires does not say it'
  'Credit card: its digits or id'
  'Code from the address that GitHub sends the browser back to'
  'Id of the installation, from the same place'
  'Even if applications use it'
  'Who hosts the repositories'
  'Read with this git token, by its id'
  'Who hosts the repository'
  'Repository, as owner/name'
  'Member: its e-mail, name, nickname or id'
  'What they may do'
  'Invitation: its e-mail or id'
  'The new owner: name, e-mail or id'
  'Cloud to run in'
  'Cloud account to use, as JSON'
  'Disk operations a second of a node'
  'Disk of a node in GB'
  'Disk throughput of a node in MB a second'
  'Feature to switch on, as id=ID,value=VALUE'
  'Settings of what is installed on the cluster, as JSON'
  'Kind of machine of a node, such as t3a.large'
  'Scale services by events (KEDA)'
  'Kind of Kubernetes'
  'Labels group, as id=ID'
  'Most nodes to run'
  'Settings of metrics, as JSON'
  'Fewest nodes to run'
  'Treat it as a production cluster'
  'Access to a secret manager, as JSON'
  'Public SSH key that may log in to the nodes'
  'Remove the one with this id'
  'Remove the one with this id'
  'Remove the one with this name'
  'DEFAULT is refused while environments exist; the others forget them, and DELETE_QOVERY_CONFIG leaves the cloud resources to you'
  'Tear down without bringing it up to date first; what is gone already is no error'
  'Return when it has ended; the exit code says how'
  'Stop waiting after this time (20m, 1h30m; 0 for never)'
  'Let the cloud plan the change without making it'
  'How long logs of the control plane are kept, in days'
  'Image that nodes start from'
  'Whether nodes must use version 2 of the metadata service'
  'Performance mode of the shared file system'
  'Throughput mode of the shared file system'
  'When unused files move to cheaper storage'
  'Let AWS load balancers serve the cluster'
  'Install the driver of the shared file system'
  'IAM group whose members may administer the cluster'
  'Give the NAT gateway a second address'
  'Write flow logs of the network to S3'
  'How long flow logs are kept, in days'
  'Tags of the registry at the cloud, as JSON'
  'Who may reach public MongoDB databases, as a network'
  'Let nobody reach MongoDB databases from outside'
  'Who may reach public MySQL databases, as a network'
  'Let nobody reach MySQL databases from outside'
  'Who may reach public PostgreSQL databases, as a network'
  'Let nobody reach PostgreSQL databases from outside'
  'Who may reach public Redis databases, as a network'
  'Let nobody reach Redis databases from outside'
  'How long the gateway keeps an idle connection, in seconds'
  'Longest time for a request through the gateway, in seconds'
  'Answers after which the gateway repeats, as codes separated by commas'
  'How often the gateway repeats a failed request'
  'Longest time for each attempt of the gateway, in seconds'
  'Failures after which the gateway repeats, separated by commas'
  'Who may reach the Kubernetes API, as a network'
  'Size of the load balancer (Scaleway)'
  'Most CPU of the log store''s backend, in millicores'
  'CPU that the log store''s backend asks for, in millicores'
  'Most memory of the log store''s backend, in MiB'
  'Memory that the log store''s backend asks for, in MiB'
  'How the log store is deployed'
  'How long logs are kept, in weeks'
  'Most CPU of the log store''s read path, in millicores'
  'CPU that the log store''s read path asks for, in millicores'
  'Most memory of the log store''s read path, in MiB'
  'Memory that the log store''s read path asks for, in MiB'
  'Most CPU of the log store''s single process, in millicores'
  'CPU that the log store''s single process asks for, in millicores'
  'Most memory of the log store''s single process, in MiB'
  'Memory that the log store''s single process asks for, in MiB'
  'Most CPU of the log store''s write path, in millicores'
  'CPU that the log store''s write path asks for, in millicores'
  'Most memory of the log store''s write path, in MiB'
  'Memory that the log store''s write path asks for, in MiB'
  'CPU load at which more ingress controllers start, in percent'
  'Most ingress controllers'
  'Fewest ingress controllers'
  'Most memory of an ingress controller, in MiB'
  'Memory that an ingress controller asks for, in MiB'
  'Most CPU of an ingress controller, in millicores'
  'CPU that an ingress controller asks for, in millicores'
  'When left-over resources are removed, in seconds; -1 for never'
  'Keep the addresses of the cluster the same'
  'How long images are kept, in seconds'
  'Which images are copied to the cluster''s registry'
  'Storage class of volumes'
  'Route, as destination=CIDR,target=TARGET,description=TEXT'
  'Remove the one with this destination'
  'Cloud to run in'
  'Credentials of the cloud account, by their id'
  'Name of the credentials'
  'Which cloud'
  'Cluster: its name, id'
  'Project: its name or id'
  'Deployment rule: its name or id'
  'Cluster to run on: its name or id'
  'Mode of the environments that it is for'
  'Which names of environments it is for, * and ? allowed'
  'Delete the environment when it is no longer needed'
  'Deploy when a new commit or tag arrives'
  'Stop outside of the times and start again within them'
  'When to start; only the time of day counts'
  'When to stop; only the time of day counts'
  'Time zone of the start and stop times'
  'Days on which the times apply'
  'Rules in their new order'
  'List those of every parent in the scope that is given'
  'Environment: its name or id'
  'Cluster to run on: its name or id; cannot be changed later'
  'What it is used for; decides who may change it, and what asks before it does'
  'New name, unique in the project whatever its case'
  'Restart databases too'
  'Also stop what cannot be interrupted gently, such as lifecycle jobs'
  'Name of the copy'
  'Let the project''s deployment rules decide about the copy'
  'Cluster for the copy: its name or id; that of the original if not given'
  'What the copy is used for; that of the original if not given'
  'Project for the copy: its name or id; that of the original if not given'
  'Application and commit, as application_id=NAME,git_commit_id=SHA'
  'Container and tag, as id=NAME,image_tag=TAG'
  'Database: its name or id'
  'Helm service and version, as id=ID,chart_version=VERSION'
  'Job and version, as id=ID,image_tag=TAG or id=ID,git_commit_id=SHA'
  'Terraform service and commit, as id=ID,git_commit_id=SHA'
  'Deployment rule: its id'
  'Deploy when a new version arrives'
  'Create a preview environment for each pull request'
  'Create previews only when someone asks for one'
  'How many at most'
  'Only those for which a newer version or changed settings wait'
  'Application: its name or id'
  'Git repository, as its https URL'
  'Annotations group, as id=ID'
  'Argument of the process; once per argument, in their order'
  'Take part in preview environments'
  'Scaling by events (KEDA), as JSON'
  'Branch to deploy; main or master if not given'
  'How to build the image; DOCKER wants --dockerfile-path'
  'Stage of the Dockerfile to build; the last one if not given'
  'Language for buildpacks; detected if not given'
  'CPU of an instance in millicores; 1000 is one core'
  'Processors to run on; the cluster''s usual ones if not given'
  'Dockerfile, relative to the root path'
  'Program to start instead of the image''s own'
  'Disk of an instance that is lost with it, in GiB'
  'Who hosts the repository, if its URL does not tell'
  'Git token to read the repository with, by its id'
  'GPUs of an instance'
  'How to check that it is alive'
  'What to check: a port for TCP, a path for HTTP'
  'Icon shown in the console, as a URI'
  'When an instance is to be restarted, as JSON'
  'Most instances to run; -1 for no limit'
  'Memory of an instance in MB'
  'Fewest instances to run'
  'Port that it listens on, then :port for the internet and /protocol; then public, private, default, name=NAME'
  'When an instance may get traffic, as JSON'
  'Directory of the repository to build in'
  'Volume of at least 4 GB, and the directory where it is mounted'
  'New name, unique in the environment whatever its case'
  'Keep a visitor on the same instance'
  'Remove the one with this internal port'
  'Remove the one with this mount point'
  'Remove the one with this id'
  'Commit; the newest of the branch if left out'
  'The commit that is deployed already'
  'Only this commit, by its full SHA'
  'Custom domain: its domain or id'
  'Issue a TLS certificate for the domain'
  'Say that a CDN stands in front, so that DNS is not checked'
  'Domain name, such as api.acme.test'
  'Domain name to have instead'
  'CPU for a build, in millicores'
  'Build without the cache of earlier builds'
  'Memory for a build, in GiB'
  'Leave out git submodules'
  'Longest time for a build, in seconds'
  'Labels that a node must have to run it, as JSON'
  'Keep instances on different nodes: if possible (Preferred) or always (Requirred)'
  'Check that custom domains point here before a deployment'
  'Wait before the first check of a new instance, in seconds'
  'Time that an instance gets to end by itself, in seconds'
  'Spread instances over availability zones: not at all, if possible, or strictly'
  'Instances that may run on top while a new version rolls out, in percent'
  'Instances that may be missing while a new version rolls out, in percent'
  'Replace instances step by step, or stop all of them first'
  'Average CPU use from which more instances are started, in percent'
  'Average memory use from which more instances are started, in percent'
  'Probes in a row that must fail to count'
  'Path that an HTTP probe asks for'
  'Wait before the first probe, in seconds'
  'Time between two probes, in seconds'
  'Probes in a row that must succeed after a failure'
  'Longest time for a probe to answer, in seconds'
  'How to check that an instance is alive'
  'How long the gateway keeps an idle connection, in seconds'
  'Longest time for a request through the gateway, in seconds'
  'Answers after which the gateway repeats, as codes separated by commas'
  'How often the gateway repeats a failed request'
  'Longest time for each attempt of the gateway, in seconds'
  'Failures after which the gateway repeats, separated by commas'
  'Variable that holds login:hash pairs for basic authentication'
  'Headers that CORS lets through, separated by commas'
  'Methods that CORS lets through, separated by commas'
  'Origins that CORS lets in, separated by commas'
  'Networks that may not connect, as CIDRs separated by commas'
  'Answer cross-origin requests (CORS)'
  'Keep a visitor on the same instance'
  'Headers to add to every answer, as JSON text'
  'Redirect http to https, with a certificate or without'
  'Longest pause while a gRPC service answers, in seconds'
  'Longest pause while sending a gRPC request, in seconds'
  'How long a kept connection may serve requests, in seconds'
  'How long an idle connection is kept, in seconds'
  'Largest request body, in MB'
  'Buffer for the headers of an answer, in KB'
  'Collect the service''s answer before passing it on: on or off'
  'Longest time to connect to the service, in seconds'
  'Longest pause while the service answers, in seconds'
  'Longest pause while sending a request to the service, in seconds'
  'Longest pause while answering the client, in seconds'
  'Networks that may connect, as CIDRs separated by commas'
  'Command run in an instance after its start; once per word'
  'Command run in an instance before its stop; once per word'
  'Probes in a row that must fail to count'
  'Path that an HTTP probe asks for'
  'Wait before the first probe, in seconds'
  'Time between two probes, in seconds'
  'Probes in a row that must succeed after a failure'
  'Longest time for a probe to answer, in seconds'
  'How to check that an instance may get traffic'
  'Let instances talk to the Kubernetes API'
  'Forbid writing to the root file system'
  'Kubernetes service account to run as'
  'MATCH: only commits that touch it deploy; EXCLUDE: those do not'
  'What is compared; there is only PATH'
  'Path in the repository, without a leading slash'
  'Deployment restriction: its value, type:value, mode:type:value or id'
  'Tag: its name or id'
  'Application: its name or id'
  'Database: its name or id'
  'Database: its name or id'
  'Logical database: its name or id'
  'How far to look back, in seconds'
  'Container: its name or id'
  'Image, as its registry names it'
  'Container registry of the image: its name or id'
  'Tag of the image'
  'Image tag; the configured one if left out'
  'Custom domain: its domain or id'
  'Collect the client''s request before passing it on: on or off'
  'Container: its name or id'
  'Version of the database software'
  'CONTAINER runs on the cluster, MANAGED at the cloud provider; cannot be changed later'
  'Database software; cannot be changed later'
  'Reachable from the internet (PUBLIC) or the cluster only (PRIVATE)'
  'CPU in millicores; a managed database follows --instance-type'
  'Machine of a managed database, as the cloud provider names it'
  'Memory in MB; a managed database follows --instance-type'
  'Disk in GB'
  'Kind of disk of a managed database on AWS'
  'Do not wait for the maintenance window'
  'User name to connect with'
  'Password to connect with'
  'Note to remember it by'
  'Backup: its name or id'
  'Logical database: its name or id'
  'New name, unique on the database whatever its case'
  'What it is for, at most 255 characters'
  'Fill {{OTHER_KEY}} into the content of a file variable'
  'Make it a file at this path; the variable then holds the path'
  'Name: letters, digits and underscores'
  'Value'
  'New name'
  'New value'
  'Variable: its key or id'
  'Value in this scope'
  'The second name'
  'Replace the values of existing keys'
  'Import all of them as secrets'
  'A dotenv file; - for stdin'
  'Key and value, as many as you like'
  'Secret: its key or id'
  'Kind of reward'
  'Kind of use'
  'What Qovery is to be used for'
  'Company'
  'How many work there'
  'Step that was reached'
  'Whether another sign-in was used'
  'Where the infrastructure is'
  'Questions'
  'Role at work'
  'What else it is to be used for'
  'Environment: its name, id'
  'Keep the token in a file of mode 0600'
  'Print it as an Authorization header has it'
  'Name of a profile'
  'Which API version it speaks'
  'Where the API is'
  'Application to keep'
  'Cluster to keep'
  'Container to keep'
  'Database to keep'
  'Environment to keep'
  'How results are printed unless -o says it'
  'Keep names without looking them up'
  'Organization to keep'
  'Project to keep'
  'Forget all of it but the token'
  'What to forget'
  'API version to speak'
  'Port; 0 takes a free one'
  'What is there at first'
  'How much faster than real deployments'
  'Keep everything in this file'
  'Your own one if left out'
  'A text field of the body'
  'A further header'
  'Print status and headers first'
  'The body; - for stdin'
  'HTTP method'
  'Follow the pages of a list'
  'A field as JSON has it, or @FILE'
  'Path, or URL of the same host'
    )
    Groups = @{
  '' = @('organization=org environment=env application=app database=db variable=var', @('org	Organizations, and what belongs to all of one', 'cluster	Clusters: where environments run', 'project	Projects and their deployment rules', 'env	Environments: deploy, stop, clone, inspect', 'app	Applications built from a git repository', 'container	Services run from a container image', 'db	Databases', 'var	Environment variables of every scope', 'secret	Secret variables of every scope', 'account	The signed-in account', 'status	Show the services of an environment and their states', 'auth	Sign in and out', 'context	The organization, project and environment in use', 'sandbox	A local server that behaves as the API does', 'completion	TAB in bash, zsh, fish and PowerShell', 'api	Send any request to the API', 'commands	List every command with its operation'))
  'org' = @('', @('list	List the organizations that the token sees', 'get	Show an organization', 'create	Create an organization', 'update	Change an organization', 'delete	Delete an organization and everything in it', 'token	API tokens of an organization', 'webhook	Who is told about deployments', 'registry	Container registries of an organization', 'credentials	Credentials for the clouds', 'billing	Plan, costs, invoices and cards', 'github	The GitHub app of an organization', 'git	Repositories that an organization can read', 'member	Members of an organization', 'invite	Invitations into an organization', 'transfer	Make another member the owner'))
  'org token' = @('', @('list	List the API tokens of an organization', 'create	Create an API token for an organization', 'delete	Delete an API token'))
  'org webhook' = @('', @('list	List the webhooks of an organization', 'get	Show a webhook', 'create	Create a webhook in an organization', 'update	Change a webhook', 'delete	Delete a webhook'))
  'org registry' = @('', @('list	List the container registries of an organization', 'get	Show a container registry', 'create	Create a container registry in an organization', 'update	Change a container registry', 'delete	Delete a container registry', 'kinds	List the kinds of registry, and what each one wants'))
  'org credentials' = @('', @('list	List the credentials for a cloud', 'get	Show credentials for a cloud, without their secrets', 'create	Create credentials for a cloud', 'update	Change credentials for a cloud', 'delete	Delete credentials for a cloud'))
  'org billing' = @('', @('cost	Show what the present month costs so far', 'cluster-cost	Show what a cluster costs a month', 'status	Tell whether an organization can be billed', 'plan	Change the plan of an organization', 'credit	Redeem a code for credits', 'info	Who is billed', 'invoice	Invoices of an organization', 'card	Credit cards of an organization'))
  'org billing info' = @('', @('get	Show who is billed', 'update	Change who is billed'))
  'org billing invoice' = @('', @('list	List the invoices of an organization', 'get	Show an invoice', 'download	Download an invoice as a PDF', 'send-all	Ask for all invoices at once'))
  'org billing card' = @('', @('list	List the credit cards of an organization', 'create	Add a credit card to an organization', 'delete	Delete a credit card'))
  'org github' = @('', @('connect	Connect the GitHub app of an organization', 'disconnect	Disconnect the GitHub app of an organization'))
  'org git' = @('', @('provider	List the git accounts that an organization can use', 'repository	List the repositories that an organization can read', 'branch	List the branches of a repository'))
  'org member' = @('', @('list	List the members of an organization', 'delete	Take a member out of an organization'))
  'org invite' = @('', @('list	List the invitations that nobody took up yet', 'create	Invite somebody into an organization', 'delete	Take an invitation back', 'accept	Accept an invitation'))
  'cluster' = @('', @('list	List the clusters of an organization', 'create	Create a cluster in an organization', 'update	Change a cluster', 'delete	Delete a cluster', 'status	Show the state of a cluster', 'statuses	List the states of an organization''s clusters', 'deploy	Create or update the infrastructure of a cluster', 'stop	Stop a cluster', 'upgrade	Install the next Kubernetes version on a cluster', 'ready	Tell whether a cluster can be deployed', 'log	What runs on a cluster said', 'settings	Advanced settings of a cluster', 'route	The routing table of a cluster', 'cloud-info	The cloud account that a cluster uses', 'provider	What the clouds offer', 'get	Show one cluster'))
  'cluster log' = @('', @('list	List what the last run on a cluster said'))
  'cluster settings' = @('', @('get	Show the advanced settings of a cluster', 'update	Change advanced settings of a cluster'))
  'cluster route' = @('', @('list	List the routes of a cluster', 'update	Change the routes of a cluster'))
  'cluster cloud-info' = @('', @('get	Show which cloud account a cluster uses', 'update	Say which cloud account a cluster uses'))
  'cluster provider' = @('', @('list	List the clouds', 'regions	List the regions of a cloud', 'features	List the features that clusters of a cloud can have', 'instance-types	List the kinds of machine that a cloud has'))
  'project' = @('', @('list	List the projects of an organization', 'get	Show a project', 'create	Create a project in an organization', 'update	Change a project', 'delete	Delete a project with all its environments', 'stats	Count environments and services of each project', 'rule	Cluster, mode and hours that new environments get'))
  'project rule' = @('', @('list	List the deployment rules of a project', 'get	Show a deployment rule of a project', 'create	Create a deployment rule in a project', 'update	Change a deployment rule of a project', 'delete	Delete a deployment rule of a project', 'order	Put the deployment rules of a project in order'))
  'env' = @('service-count=stats', @('list	List the environments of a project', 'get	Show an environment', 'create	Create an environment in a project', 'update	Rename an environment or change its mode', 'delete	Delete an environment with all its services', 'status	Show the deployment state of an environment', 'statuses	List the states of a project''s environments', 'stats	Count the services of each environment of a project', 'deploy	Deploy all services of an environment', 'stop	Stop all services of an environment', 'restart	Deploy an environment''s current versions again', 'cancel	Cancel the deployment of an environment', 'clone	Copy an environment under a new name', 'deploy-services	Deploy chosen services of an environment', 'rule	When an environment deploys, stops and previews by itself', 'history	Past deployments of an environment', 'log	What deployments of an environment said'))
  'env rule' = @('', @('get	Show an environment''s deployment rule', 'update	Change when an environment is stopped or deployed'))
  'env history' = @('', @('list	List the deployments of an environment, newest first'))
  'env log' = @('', @('list	List the deployment logs of an environment'))
  'app' = @('', @('list	List the applications of an environment', 'get	Show an application', 'create	Create an application in an environment', 'update	Change an application', 'delete	Delete an application and its volumes', 'status	Show the deployment state of an application', 'statuses	List the states of an environment''s applications', 'deploy	Deploy an application', 'stop	Stop an application', 'restart	Deploy an application''s current commit again', 'commit	Commits of an application''s branch', 'contributor	Who committed to an application''s repository', 'link	Public URLs of an application', 'log	What an application writes', 'history	Past deployments of an application', 'event	What happened to an application', 'domain	Custom domains of an application', 'settings	Advanced settings of an application', 'network	Network settings of an application', 'restriction	Which changes of a repository deploy an application', 'tag	Tags of an application', 'dependency	Applications that must be deployed before another', 'database	Databases that an application is linked to', 'logical	Logical databases that an application is linked to', 'scale	How many instances applications run now', 'storage	How full the volumes of applications are', 'instance	Running instances of an application', 'language	Languages that buildpacks know', 'metric	What an application used over time'))
  'app commit' = @('', @('list	List the latest commits of an application''s branch'))
  'app contributor' = @('', @('list	List who contributes to an application''s repository'))
  'app link' = @('', @('list	List the URLs of an application'))
  'app log' = @('', @('list	List what an application printed'))
  'app history' = @('', @('list	List the deployments of an application, newest first'))
  'app event' = @('', @('list	List what happened to an application, newest first'))
  'app domain' = @('get=status', @('list	List an application''s custom domains', 'status	Show an application''s custom domain and its validation', 'create	Serve an application under a domain of your own', 'update	Change a custom domain of an application', 'delete	Remove a custom domain from an application'))
  'app settings' = @('', @('get	Show the advanced settings of an application', 'update	Change advanced settings of an application', 'defaults	Show the defaults of the advanced settings'))
  'app network' = @('', @('get	Show the network settings of an application', 'update	Change the network settings of an application'))
  'app restriction' = @('', @('list	List which commits deploy an application', 'create	Let only commits that touch a path deploy', 'update	Change a deployment restriction of an application', 'delete	Delete a deployment restriction of an application'))
  'app tag' = @('', @('list	List the tags of an application', 'create	Add a tag to an application', 'delete	Remove a tag from an application'))
  'app dependency' = @('', @('list	List the applications that one waits for', 'create	Let an application start after another one', 'delete	Let an application no longer wait for another one'))
  'app database' = @('', @('list	List the databases linked to an application', 'attach	Let an application use a database', 'detach	Unlink a database from an application'))
  'app logical' = @('', @('list	List the logical databases linked to an application', 'attach	Let an application use a logical database', 'detach	Unlink a logical database from an application'))
  'app scale' = @('', @('list	List how many instances each application runs', 'get	Show how many instances an application runs'))
  'app storage' = @('', @('list	List how full the volumes of applications are', 'get	Show how full the volumes of an application are'))
  'app instance' = @('', @('list	List the running instances of an application'))
  'app language' = @('', @('list	List the languages that buildpacks can build'))
  'app metric' = @('', @('cpu	Show the CPU use of an application over time', 'memory	Show the memory use of an application over time', 'storage	Show the volume use of an application over time', 'health	Show the health check latency of an application', 'restart	List when and why an application restarted'))
  'container' = @('', @('list	List the containers of an environment', 'get	Show a container', 'create	Create a container in an environment', 'update	Change a container', 'delete	Delete a container and its volumes', 'status	Show the deployment state of a container', 'statuses	List the states of an environment''s containers', 'deploy	Deploy a container', 'stop	Stop a container', 'restart	Deploy a container''s current tag again', 'deploy-all	Deploy new tags of chosen services at once', 'deploy-image	Deploy a new image tag wherever the image runs', 'preview-image	Create preview environments for a new image tag', 'link	Public URLs of a container', 'log	What a container writes', 'history	Past deployments of a container', 'domain	Custom domains of a container', 'settings	Advanced settings of a container', 'network	Network settings of a container', 'dependency	Containers that must be deployed before another', 'logical	Logical databases that a container is linked to', 'scale	How many instances containers run now', 'storage	How full the volumes of containers are', 'instance	Running instances of a container'))
  'container link' = @('', @('list	List the URLs of a container'))
  'container log' = @('', @('list	List what a container printed'))
  'container history' = @('', @('list	List the deployments of a container, newest first'))
  'container domain' = @('get=status', @('list	List a container''s custom domains', 'status	Show a container''s custom domain and its validation', 'create	Serve a container under a domain of your own', 'update	Change a custom domain of a container', 'delete	Remove a custom domain from a container'))
  'container settings' = @('', @('get	Show the advanced settings of a container', 'update	Change advanced settings of a container'))
  'container network' = @('', @('get	Show the network settings of a container', 'update	Change the network settings of a container'))
  'container dependency' = @('', @('list	List the containers that one waits for', 'create	Let a container start after another one', 'delete	Let a container no longer wait for another one'))
  'container logical' = @('', @('list	List the logical databases linked to a container', 'attach	Let a container use a logical database', 'detach	Unlink a logical database from a container'))
  'container scale' = @('', @('list	List how many instances each container runs', 'get	Show how many instances a container runs'))
  'container storage' = @('', @('list	List how full the volumes of containers are', 'get	Show how full the volumes of a container are'))
  'container instance' = @('', @('list	List the running instances of a container'))
  'db' = @('', @('list	List the databases of an environment', 'get	Show a database', 'create	Create a database in an environment', 'update	Change a database', 'delete	Delete a database and its data', 'status	Show the deployment state of a database', 'statuses	List the states of an environment''s databases', 'deploy	Deploy a database', 'stop	Stop a database', 'restart	Deploy a database again', 'version	Versions that a database can move to', 'config	Database types, versions and modes that are on offer', 'credentials	The master login of a database', 'metric	What a database used over time', 'history	Past deployments of a database', 'event	What happened to a database', 'application	Applications that are linked to a database', 'backup	Backups of a database', 'logical	Logical databases inside a database'))
  'db version' = @('', @('list	List the versions that a database can have'))
  'db config' = @('', @('list	List the types, versions and modes to choose from'))
  'db credentials' = @('', @('get	Show how to connect to a database', 'update	Change login and password of a database'))
  'db metric' = @('', @('list	List what the databases use at present', 'get	Show what a database uses at present', 'cpu	Show the CPU use of a database over time', 'memory	Show the memory use of a database over time', 'storage	Show the disk use of a database over time', 'health	Show the health check latency of a database', 'restart	List when and why a database restarted'))
  'db history' = @('', @('list	List the deployments of a database, newest first'))
  'db event' = @('', @('list	List what happened to a database, newest first'))
  'db application' = @('', @('list	List the applications linked to a database', 'detach	Unlink an application from a database'))
  'db backup' = @('', @('list	List the backups of a database, newest first', 'create	Back up a database', 'delete	Delete a backup of a database'))
  'db logical' = @('', @('list	List a database''s logical databases', 'get	Show a logical database', 'create	Create a logical database', 'update	Change a logical database', 'delete	Delete a logical database and its data', 'credentials	Show how to connect to a logical database', 'update-credentials	Change login and password of a logical database', 'applications	List the applications linked to a logical database', 'containers	List the containers linked to a logical database'))
  'var' = @('', @('list	List the variables that a scope sees', 'create	Create a variable in a scope', 'update	Change a variable of a scope', 'delete	Delete a variable of a scope', 'override	Give an inherited variable another value in a scope', 'alias	Give a variable a second name in a scope', 'import	Import variables from a dotenv file', 'set	Create or change variables of a scope'))
  'secret' = @('', @('list	List the secrets that a scope sees', 'create	Create a secret in a scope', 'update	Change a secret of a scope', 'delete	Delete a secret of a scope', 'override	Give an inherited secret another value in a scope', 'alias	Give a secret a second name in a scope', 'import	Import secrets from a dotenv file'))
  'account' = @('', @('get	Show the account that the token belongs to', 'git	Connected git accounts', 'referral	Show the link to invite others, and who came', 'reward	Claim a reward', 'sign-up	What was said when signing up'))
  'account git' = @('', @('provider	List the git accounts that are connected', 'repository	List the repositories of a connected git account', 'branch	List the branches of a connected repository'))
  'account sign-up' = @('', @('get	Show what the account said when it signed up', 'create	Sign up: say who you are and what Qovery is for'))
  'auth' = @('', @('login	Store an API token', 'status	Show where the token comes from and whether it works', 'logout	Forget the stored token of a profile', 'token	Print the token, for another program'))
  'context' = @('', @('show	Show every setting in use and where it comes from', 'list	List the profiles', 'use	Make a profile the active one', 'set	Keep a scope or a setting in the profile', 'unset	Forget what the profile keeps'))
  'sandbox' = @('', @('run	Run the sandbox in the foreground', 'start	Start the sandbox in the background', 'stop	Stop the sandbox that runs in the background', 'status	Tell whether the sandbox runs, and where', 'reset	Put the sandbox back to its first state', 'demo	Take a tour: a sandbox, and the main commands in it'))
  'completion' = @('', @('install	Let the shell complete commands, options and names', 'uninstall	Take the script and its block away again', 'show	Print the script, to be put in place by hand'))
    }
    Commands = @{
  'org list' = @('', '', 'name,plan,description,id,owner,website_url,created_at')
  'org get' = @('', '11', 'name,id,plan,description,website,owner,admin emails,created_at,repository,logo,updated_at')
  'org create' = @('12 13 14 15 16 17 18 19 20 21 22 23 24', '25', '')
  'org update' = @('13 14 15 16 25 17 18 19 20 21 22 26 23 24', '11', '')
  'org delete' = @('27 28 23 24', '11', '')
  'org token list' = @('11 29 30', '', 'name,description,role,scope,created_at,id,role_id,updated_at')
  'org token create' = @('11 14 31 32 19 20 21 22 23 24', '25', 'name,token,scope,role,id')
  'org token delete' = @('11 27 28 23 24', '33', '')
  'org webhook list' = @('11', '', 'url,kind,enabled,events,projects,modes,id,description,secret set,created_at')
  'org webhook get' = @('11', '34', 'url,id,kind,enabled,events,projects,modes,description,secret set,created_at,updated_at')
  'org webhook create' = @('11 35 36 14 37 38 39 40 19 20 21 22 23 24', '41', 'url,id,kind,enabled,events,projects,modes,description,secret set,created_at,updated_at')
  'org webhook update' = @('11 14 37 35 36 38 39 41 40 19 20 21 22 26 23 24', '34', 'url,id,kind,enabled,events,projects,modes,description,secret set,created_at,updated_at')
  'org webhook delete' = @('11 27 28 23 24', '34', '')
  'org registry list' = @('11', '', 'name,kind,url,description,id,services,created_at')
  'org registry get' = @('11', '42', 'name,id,kind,url,description,region,services,created_at,config,updated_at')
  'org registry create' = @('11 43 44 45 46 14 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 19 20 21 22 23 24', '25', '')
  'org registry update' = @('11 44 45 46 14 47 48 49 43 25 50 51 52 53 54 55 56 57 58 59 60 61 19 20 21 22 26 23 24', '42', '')
  'org registry delete' = @('11 27 28 23 24', '42', '')
  'org registry kinds' = @('', '', 'kind,wants,mandatory')
  'org credentials list' = @('11 62', '', 'name,id,kind,key,role,scaleway key,scaleway project')
  'org credentials get' = @('11 62', '63', 'name,id,kind,key,role,scaleway key,scaleway project,scaleway organization')
  'org credentials create' = @('11 62 44 64 52 53 65 54 55 56 66 67 68 69 70 19 20 21 22 23 24', '25', '')
  'org credentials update' = @('11 62 44 64 25 52 53 65 54 55 56 66 67 68 69 70 19 20 21 22 26 23 24', '63', '')
  'org credentials delete' = @('11 62 27 28 23 24', '63', '')
  'org billing cost' = @('11', '', 'plan,total,currency,trial days left,cents,credits,deployments,deployments left,renewal_at')
  'org billing cluster-cost' = @('11', '71', 'total,least,most,currency,cents,least cents,most cents')
  'org billing status' = @('11', '', 'valid,message')
  'org billing plan' = @('11 19 20 21 22 23 24', '72', 'name,plan')
  'org billing credit' = @('11 19 20 21 22 23 24', '73', '')
  'org billing info get' = @('11', '', 'first name,last name,company,address,zip,city,state,country,email,VAT number')
  'org billing info update' = @('11 74 75 76 77 78 79 80 81 82 83 19 20 21 22 26 23 24', '', 'first name,last name,company,address,zip,city,state,country,email,VAT number')
  'org billing invoice list' = @('11', '', 'date,status,total,currency,id,cents')
  'org billing invoice get' = @('11', '84', 'date,id,status,total,currency,cents')
  'org billing invoice download' = @('11 85', '84', '')
  'org billing invoice send-all' = @('11 23 24', '', '')
  'org billing card list' = @('11', '', 'last digits,month,year,expired,id,brand,created_at')
  'org billing card create' = @('11 86 87 88 89 90 19 20 21 22 23 24', '', 'last digits,month,year,id')
  'org billing card delete' = @('11 27 28 23 24', '91', '')
  'org github connect' = @('11 92 93 19 20 21 22 23 24', '', '')
  'org github disconnect' = @('94 27 28 23 24', '11', '')
  'org git provider' = @('11', '', 'name,owner,bot,id')
  'org git repository' = @('11 95 96', '', 'name,branch,private,url,id')
  'org git branch' = @('11 97 96 98', '', 'name')
  'org member list' = @('11', '', 'name,email,role,last active,id,nickname,role name,created_at')
  'org member delete' = @('11 19 20 21 22 27 28 23 24', '99', '')
  'org invite list' = @('11', '', 'email,role,status,inviter,created_at,id,link,role name')
  'org invite create' = @('11 100 31 19 20 21 22 23 24', '78', 'email,role,status,link')
  'org invite delete' = @('11 27 28 23 24', '101', '')
  'org invite accept' = @('11 23 24', '101', 'email,role,inviter,id,status,created_at')
  'org transfer' = @('102 19 20 21 22 27 28 23 24', '11', '')
  'cluster list' = @('11', '', 'name,cloud,region,state,version,min nodes,max nodes,default,id,kubernetes,machine,disk GB,production,created_at')
  'cluster create' = @('11 103 51 104 14 105 106 107 108 109 110 111 112 113 114 115 116 117 118 119 19 20 21 22 23 24', '25', '')
  'cluster update' = @('11 103 104 14 105 106 107 108 109 110 111 112 113 114 115 116 25 117 51 118 119 19 20 21 22 26 120 121 122 23 24', '71', '')
  'cluster delete' = @('11 123 124 125 126 27 28 23 24', '71', '')
  'cluster status' = @('11', '71', 'state,deployed,cluster_id,execution,last_deployment_date,next version,reason')
  'cluster statuses' = @('11', '', 'cluster,state,deployed,id,last_execution_id')
  'cluster deploy' = @('11 127 125 126 23 24', '71', 'state,deployed,cluster_id,execution,last_deployment_date,next version,reason')
  'cluster stop' = @('11 125 126 27 28 23 24', '71', 'state,deployed,cluster_id,execution,last_deployment_date,next version,reason')
  'cluster upgrade' = @('11 125 126 23 24', '71', 'state,deployed,cluster_id,execution,last_deployment_date,next version,reason')
  'cluster ready' = @('11', '71', 'ready')
  'cluster log list' = @('11', '71', 'time,type,step,message,error,tag,hint')
  'cluster settings get' = @('11', '71', '')
  'cluster settings update' = @('11 128 129 130 131 132 133 134 135 136 137 138 139 140 141 142 143 144 145 146 147 148 149 150 151 152 153 154 155 156 157 158 159 160 161 162 163 164 165 166 167 168 169 170 171 172 173 174 175 176 177 178 179 180 181 182 183 184 185 186 19 20 21 22 26 23 24', '71', '')
  'cluster route list' = @('11', '71', 'destination,target,description')
  'cluster route update' = @('11 187 19 20 21 22 26 188 23 24', '71', 'destination,target,description')
  'cluster cloud-info get' = @('11', '71', 'cloud,region,credentials,credentials id')
  'cluster cloud-info update' = @('11 189 190 191 51 19 20 21 22 26 23 24', '71', 'cloud,region,credentials,credentials id')
  'cluster provider list' = @('', '', 'name,code,regions')
  'cluster provider regions' = @('192', '', 'name,city,country,code')
  'cluster provider features' = @('192', '', 'title,a month,currency,changeable,id,type,values,description')
  'cluster provider instance-types' = @('192', '', 'type,name,cpu,memory GB')
  'cluster get' = @('11', '193', 'name,id,cloud,region,state,version,kubernetes,machine,min nodes,max nodes,disk GB,production,default,features,description,created_at,ssh keys,CPU millicores,memory MB,cost,updated_at')
  'project list' = @('11', '', 'name,description,created_at,id,updated_at')
  'project get' = @('11', '194', 'name,id,description,created_at,environments,updated_at')
  'project create' = @('11 14 19 20 21 22 23 24', '25', '')
  'project update' = @('14 25 11 19 20 21 22 26 23 24', '194', '')
  'project delete' = @('11 27 28 23 24', '194', '')
  'project stats' = @('11', '', 'project,environments,services,id')
  'project rule list' = @('194 11', '', 'priority,name,pattern,mode,auto stop,timezone,weekdays,id,cluster,start,stop,description')
  'project rule get' = @('194 11', '195', 'name,id,priority,pattern,mode,cluster,auto stop,timezone,start,stop,weekdays,description,auto deploy,auto delete,created_at,updated_at')
  'project rule create' = @('194 196 197 198 199 200 201 14 202 203 204 205 11 19 20 21 22 23 24', '25', '')
  'project rule update' = @('194 199 200 201 196 14 197 25 198 202 203 204 205 11 19 20 21 22 26 23 24', '195', '')
  'project rule delete' = @('194 11 27 28 23 24', '195', '')
  'project rule order' = @('194 11 19 20 21 22 23 24', '206', '')
  'env list' = @('194 11 207', '', 'name,mode,state,cluster,deployed,id,provider,region,created_at,updated_at')
  'env get' = @('194 11', '208', 'name,id,mode,cluster,cloud,region,created_at,last change by,cluster_id,project id,updated_at')
  'env create' = @('194 209 210 11 19 20 21 22 23 24', '25', '')
  'env update' = @('210 211 194 11 19 20 21 22 26 23 24', '208', '')
  'env delete' = @('124 194 11 125 126 27 28 23 24', '208', '')
  'env status' = @('194 11', '208', 'state,deployed,id,last state,seconds,by,origin')
  'env statuses' = @('194 11', '', 'name,state,deployed,id,mode,cluster')
  'env stats' = @('194 11', '', 'name,services,id,mode')
  'env deploy' = @('194 11 125 126 23 24', '208', 'state,deployed,id,last state,seconds,by,origin')
  'env stop' = @('194 11 125 126 27 28 23 24', '208', 'state,deployed,id,last state,seconds,by,origin')
  'env restart' = @('212 194 11 19 20 21 22 125 126 23 24', '208', 'state,deployed,id,last state,seconds,by,origin')
  'env cancel' = @('213 194 11 19 20 21 22 125 126 23 24', '208', 'state,deployed,id,last state,seconds,by,origin')
  'env clone' = @('214 215 216 217 218 11 19 20 21 22 23 24', '208', 'name,id,mode,cluster,project id,created_at')
  'env deploy-services' = @('219 220 221 222 223 224 194 11 19 20 21 22 125 126 23 24', '208', 'state,deployed,environment id')
  'env rule get' = @('194 11', '208', 'auto stop,auto preview,timezone,start,stop,weekdays,id,auto deploy,auto delete,on demand preview,updated_at')
  'env rule update' = @('225 199 226 227 201 228 202 203 204 205 194 11 19 20 21 22 26 23 24', '208', 'auto stop,auto preview,timezone,start,stop,weekdays,id,auto deploy,auto delete,on demand preview,updated_at')
  'env history list' = @('208 194 11 229', '', 'created_at,status,applications,containers,databases,id,commits,tags,updated_at,triggered_by,origin')
  'env log list' = @('208 194 11', '', 'time,service,state,message,kind,hint,execution_id,id')
  'app list' = @('208 230 194 11 207', '', 'name,state,deployment,branch,deployed,id,repository,commit,cpu,memory,min,max,created_at')
  'app get' = @('208 194 11', '231', 'name,id,description,repository,branch,commit,build,dockerfile,CPU millicores,memory MB,min,max,ports,volumes,auto preview,created_at,root path,deployed tag,auto deploy,arguments,entrypoint,public ports,volume GB,environment id,updated_at')
  'app create' = @('208 232 233 234 200 235 236 237 238 239 240 241 242 14 243 244 245 246 247 248 249 250 251 113 252 253 254 255 256 257 258 259 194 11 19 20 21 22 23 24', '25', '')
  'app update' = @('233 234 200 235 236 237 238 239 240 241 242 14 243 244 245 246 247 248 249 250 251 113 252 253 254 255 260 256 257 232 258 261 259 208 194 11 19 20 21 22 26 262 263 264 121 23 24', '231', '')
  'app delete' = @('124 208 194 11 125 126 27 28 23 24', '231', '')
  'app status' = @('208 194 11', '231', 'state,deployment,deployed,id,details,message,execution_id')
  'app statuses' = @('208 194 11', '', 'name,state,deployment,deployed,id,branch,message')
  'app deploy' = @('265 266 208 194 11 125 126 23 24', '231', 'state,deployment,deployed,id,details,message,execution_id')
  'app stop' = @('208 194 11 125 126 27 28 23 24', '231', 'state,deployment,deployed,id,details,message,execution_id')
  'app restart' = @('208 194 11 125 126 23 24', '231', 'state,deployment,deployed,id,details,message,execution_id')
  'app commit list' = @('231 267 208 194 11 229', '', 'commit,message,author,created_at,tag,url')
  'app contributor list' = @('231 208 194 11', '', 'email,first name,last name,id,picture')
  'app link list' = @('231 208 194 11', '', 'url,port,default,qovery')
  'app log list' = @('231 208 194 11', '', 'time,message,pod,commit,version,id')
  'app history list' = @('231 208 194 11 229', '', 'created_at,status,commit,message,author,id,tag,updated_at')
  'app event list' = @('231 208 194 11 229', '', 'created_at,type,state,user,commit,id,last name,email,message')
  'app domain list' = @('231 208 194 11', '', 'domain,status,cname,id,certificate,cdn,created_at')
  'app domain status' = @('231 208 194 11', '268', 'domain,id,status,cname,certificate,cdn,created_at')
  'app domain create' = @('231 269 270 208 194 11 19 20 21 22 23 24', '271', 'domain,id,status,cname,certificate,cdn,created_at')
  'app domain update' = @('231 269 272 270 208 194 11 19 20 21 22 26 23 24', '268', 'domain,id,status,cname,certificate,cdn,created_at')
  'app domain delete' = @('231 208 194 11 27 28 23 24', '268', '')
  'app settings get' = @('208 194 11', '231', '')
  'app settings update' = @('273 274 275 276 277 278 279 280 281 282 283 284 285 286 287 288 289 290 291 292 293 294 295 296 297 298 299 300 301 302 303 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319 320 321 322 323 324 325 326 327 328 329 330 331 332 333 334 208 194 11 19 20 21 22 26 23 24', '231', '')
  'app settings defaults' = @('', '', '')
  'app network get' = @('208 194 11', '231', 'sticky session')
  'app network update' = @('261 208 194 11 19 20 21 22 26 23 24', '231', 'sticky session')
  'app restriction list' = @('231 208 194 11', '', 'value,mode,type,id,created_at,updated_at')
  'app restriction create' = @('231 335 336 208 194 11 19 20 21 22 23 24', '337', 'value,mode,type,id,created_at,updated_at')
  'app restriction update' = @('231 335 336 337 208 194 11 19 20 21 22 26 23 24', '338', 'value,mode,type,id,created_at,updated_at')
  'app restriction delete' = @('231 208 194 11 27 28 23 24', '338', '')
  'app tag list' = @('231 208 194 11', '', 'name,id')
  'app tag create' = @('231 208 194 11 19 20 21 22 23 24', '25', 'name,id')
  'app tag delete' = @('231 208 194 11 27 28 23 24', '339', '')
  'app dependency list' = @('231 208 194 11', '', 'name,branch,id,repository,updated_at')
  'app dependency create' = @('231 208 194 11 23 24', '340', '')
  'app dependency delete' = @('231 208 194 11 27 28 23 24', '340', '')
  'app database list' = @('231 208 194 11', '', 'name,type,version,mode,id,host,port,accessibility')
  'app database attach' = @('231 208 194 11 23 24', '341', 'name,id,type,version')
  'app database detach' = @('231 208 194 11 27 28 23 24', '341', '')
  'app logical list' = @('231 208 194 11', '', 'name,description,id,database,created_at')
  'app logical attach' = @('231 342 208 194 11 23 24', '343', 'name,id,description')
  'app logical detach' = @('231 342 208 194 11 27 28 23 24', '343', '')
  'app scale list' = @('208 194 11', '', 'application,running,min,max,status,running %,warning %,alert %,updated_at')
  'app scale get' = @('208 194 11', '231', 'running,min,max,running %,status,warning %,alert %,updated_at')
  'app storage list' = @('208 194 11', '', 'application,used GB,size GB,used %,status,volumes')
  'app storage get' = @('208 194 11', '231', 'volume,used GB,size GB,used %,status,created_at,warning %,alert %')
  'app instance list' = @('231 208 194 11', '', 'name,cpu,cpu %,memory MB,memory %,created_at,cpu status,memory status,requested cpu,requested MB')
  'app language list' = @('208 194 11', '', 'name')
  'app metric cpu' = @('344 208 194 11', '231', 'time,instance,millicores,used %,requested')
  'app metric memory' = @('344 208 194 11', '231', 'time,instance,used MB,used %,requested MB')
  'app metric storage' = @('344 208 194 11', '231', 'time,volume,used GB,used %,size GB,instance')
  'app metric health' = @('344 208 194 11', '231', 'time,instance,p95')
  'app metric restart' = @('344 208 194 11', '231', 'time,message')
  'container list' = @('208 230 194 11 207', '', 'name,state,deployment,image,tag,deployed,id,registry,cpu,memory,min,max,created_at')
  'container get' = @('208 194 11', '345', 'name,id,image,tag,registry,CPU millicores,memory MB,min,max,ports,volumes,arguments,entrypoint,auto preview,created_at,description,auto deploy,public ports,volume GB,environment id,updated_at')
  'container create' = @('208 346 347 348 233 234 200 235 236 241 242 14 244 245 248 251 113 252 253 254 255 256 257 259 194 11 19 20 21 22 23 24', '25', '')
  'container update' = @('233 234 200 235 236 241 242 14 244 245 248 251 346 113 252 253 254 255 260 256 257 347 259 348 208 194 11 19 20 21 22 26 262 263 264 121 23 24', '345', '')
  'container delete' = @('124 208 194 11 125 126 27 28 23 24', '345', '')
  'container status' = @('208 194 11', '345', 'state,deployment,deployed,id,details,message,execution_id')
  'container statuses' = @('208 194 11', '', 'name,state,deployment,deployed,id,tag,message')
  'container deploy' = @('349 208 194 11 125 126 23 24', '345', 'state,deployment,deployed,id,details,message,execution_id')
  'container stop' = @('208 194 11 125 126 27 28 23 24', '345', 'state,deployment,deployed,id,details,message,execution_id')
  'container restart' = @('208 194 11 125 126 23 24', '345', 'state,deployment,deployed,id,details,message,execution_id')
  'container deploy-all' = @('219 220 221 222 223 224 194 11 19 20 21 22 125 126 23 24', '208', 'state,deployed,environment id')
  'container deploy-image' = @('11 348 19 20 21 22 23 24', '346', 'state,deployed,environment id')
  'container preview-image' = @('11 348 19 20 21 22 23 24', '346', 'state,deployed,environment id')
  'container link list' = @('345 208 194 11', '', 'url,port,default,qovery')
  'container log list' = @('345 208 194 11', '', 'time,message,pod,version,id')
  'container history list' = @('345 208 194 11', '', 'created_at,status,tag,image,id,name,arguments,entrypoint,updated_at')
  'container domain list' = @('345 208 194 11', '', 'domain,status,cname,id,certificate,cdn,created_at')
  'container domain status' = @('345 208 194 11', '350', 'domain,id,status,cname,certificate,cdn,created_at')
  'container domain create' = @('345 269 270 208 194 11 19 20 21 22 23 24', '271', 'domain,id,status,cname,certificate,cdn,created_at')
  'container domain update' = @('345 269 272 270 208 194 11 19 20 21 22 26 23 24', '350', 'domain,id,status,cname,certificate,cdn,created_at')
  'container domain delete' = @('345 208 194 11 27 28 23 24', '350', '')
  'container settings get' = @('208 194 11', '345', '')
  'container settings update' = @('278 279 280 282 283 284 285 286 287 288 289 290 291 292 293 294 295 296 297 298 299 300 301 302 303 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319 351 320 321 322 325 326 327 328 329 330 331 332 333 334 208 194 11 19 20 21 22 26 23 24', '345', '')
  'container network get' = @('208 194 11', '345', 'sticky session')
  'container network update' = @('261 208 194 11 19 20 21 22 26 23 24', '345', 'sticky session')
  'container dependency list' = @('345 208 194 11', '', 'name,image,tag,id,updated_at')
  'container dependency create' = @('345 208 194 11 23 24', '352', '')
  'container dependency delete' = @('345 208 194 11 27 28 23 24', '352', '')
  'container logical list' = @('345 208 194 11', '', 'name,description,id,database,created_at')
  'container logical attach' = @('345 342 208 194 11 23 24', '343', 'name,id,description')
  'container logical detach' = @('345 342 208 194 11 27 28 23 24', '343', '')
  'container scale list' = @('208 194 11', '', 'container,running,min,max,status,running %,warning %,alert %,updated_at')
  'container scale get' = @('208 194 11', '345', 'running,min,max,running %,status,warning %,alert %,updated_at')
  'container storage list' = @('208 194 11', '', 'container,used GB,size GB,used %,status,volumes')
  'container storage get' = @('208 194 11', '345', 'volume,used GB,size GB,used %,status,created_at,warning %,alert %')
  'container instance list' = @('345 208 194 11', '', 'name,cpu,cpu %,memory MB,memory %,created_at,cpu status,memory status,requested cpu,requested MB')
  'db list' = @('208 194 11 207', '', 'name,state,type,version,mode,access,id,host,port,cpu,memory,storage,deployed,created_at')
  'db get' = @('208 194 11', '342', 'name,id,type,version,mode,access,host,port,CPU millicores,memory MB,disk GB,created_at,description,machine,disk type,encrypted,environment id,updated_at')
  'db create' = @('208 353 354 355 356 233 357 14 251 358 113 359 360 194 11 19 20 21 22 23 24', '25', '')
  'db update' = @('356 233 357 353 14 361 251 358 113 359 260 360 208 194 11 19 20 21 22 26 264 121 23 24', '342', '')
  'db delete' = @('124 208 194 11 125 126 27 28 23 24', '342', '')
  'db status' = @('208 194 11', '342', 'state,deployment,deployed,id,details,message,execution_id')
  'db statuses' = @('208 194 11', '', 'name,state,deployment,deployed,id,type,message')
  'db deploy' = @('362 208 194 11 125 126 23 24', '342', 'state,deployment,deployed,id,details,message,execution_id')
  'db stop' = @('208 194 11 125 126 27 28 23 24', '342', 'state,deployment,deployed,id,details,message,execution_id')
  'db restart' = @('362 208 194 11 125 126 23 24', '342', 'state,deployment,deployed,id,details,message,execution_id')
  'db version list' = @('342 208 194 11', '', 'name')
  'db config list' = @('208 194 11', '', 'type,version,mode')
  'db credentials get' = @('208 194 11', '342', 'host,port,login')
  'db credentials update' = @('363 364 208 194 11 19 20 21 22 26 23 24', '342', 'host,port,login')
  'db metric list' = @('208 194 11', '', 'database,cpu %,memory MB,memory %,storage GB,storage %,cpu,cpu status,memory status,storage status')
  'db metric get' = @('208 194 11', '342', 'cpu millicores,cpu %,cpu status,memory MB,memory %,memory status,storage GB,storage %,storage status')
  'db metric cpu' = @('344 208 194 11', '342', 'time,millicores,requested,used %')
  'db metric memory' = @('344 208 194 11', '342', 'time,used MB,requested MB,used %')
  'db metric storage' = @('344 208 194 11', '342', 'time,used GB,requested GB,used %')
  'db metric health' = @('344 208 194 11', '342', 'time,instance,p95')
  'db metric restart' = @('344 208 194 11', '342', 'time,message')
  'db history list' = @('342 208 194 11 229', '', 'created_at,status,id,name,updated_at')
  'db event list' = @('342 208 194 11 229', '', 'created_at,type,state,user,id,last name,email,message')
  'db application list' = @('342 208 194 11', '', 'name,branch,id,repository,updated_at')
  'db application detach' = @('342 208 194 11 27 28 23 24', '340', '')
  'db backup list' = @('342 208 194 11 229', '', 'name,state,message,created_at,id,updated_at')
  'db backup create' = @('342 365 208 194 11 19 20 21 22 23 24', '25', '')
  'db backup delete' = @('342 208 194 11 27 28 23 24', '366', '')
  'db logical list' = @('342 208 194 11', '', 'name,description,created_at,id,updated_at')
  'db logical get' = @('342 208 194 11', '367', 'name,id,description,created_at,database id,updated_at')
  'db logical create' = @('342 14 208 194 11 19 20 21 22 23 24', '25', '')
  'db logical update' = @('14 368 342 208 194 11 19 20 21 22 26 23 24', '367', '')
  'db logical delete' = @('342 208 194 11 27 28 23 24', '367', '')
  'db logical credentials' = @('342 208 194 11', '367', 'host,port,login')
  'db logical update-credentials' = @('363 364 342 208 194 11 19 20 21 22 26 23 24', '367', 'host,port,login')
  'db logical applications' = @('342 208 194 11', '367', 'name,branch,id,repository,updated_at')
  'db logical containers' = @('342 208 194 11', '367', 'name,image,tag,id,updated_at')
  'var list' = @('231 345 208 194 11', '', 'key,value,scope,overrides,alias of,service,id,type,created_at,updated_at')
  'var create' = @('231 345 208 194 369 370 371 11 19 20 21 22 23 24', '372 373', 'key,value,scope,id,created_at,updated_at')
  'var update' = @('231 345 208 194 14 370 374 371 375 11 19 20 21 22 26 23 24', '376', 'key,value,scope,id,created_at,updated_at')
  'var delete' = @('231 345 208 194 11 27 28 23 24', '376', '')
  'var override' = @('231 345 208 194 14 370 11 19 20 21 22 23 24', '376 377', 'key,value,scope,overrides,id')
  'var alias' = @('231 345 208 194 14 370 11 19 20 21 22 23 24', '376 378', 'key,alias of,scope,id')
  'var import' = @('231 345 379 380 208 194 11 23 24', '381', 'key,value,scope')
  'var set' = @('231 345 208 194 11 23 24', '382', 'key,value,done')
  'secret list' = @('231 345 208 194 11', '', 'key,scope,overrides,alias of,service,id,type,created_at,updated_at')
  'secret create' = @('231 345 208 194 14 370 371 373 11 19 20 21 22 23 24', '372', 'key,scope,id,created_at,updated_at')
  'secret update' = @('231 345 208 194 14 370 374 375 11 19 20 21 22 26 23 24', '383', 'key,scope,id,created_at,updated_at')
  'secret delete' = @('231 345 208 194 11 27 28 23 24', '383', '')
  'secret override' = @('231 345 208 194 14 370 377 11 19 20 21 22 23 24', '383', 'key,scope,overrides,id')
  'secret alias' = @('231 345 208 194 14 370 11 19 20 21 22 23 24', '383 378', 'key,alias of,scope,id')
  'secret import' = @('231 345 379 208 194 11 23 24', '381', 'key,scope')
  'account get' = @('', '', 'first name,last name,nickname,id,created_at,email,username,picture,updated_at')
  'account git provider' = @('', '', 'name,owner,bot,id')
  'account git repository' = @('95', '', 'name,branch,private,url,id')
  'account git branch' = @('97 98', '', 'name')
  'account referral' = @('', '', 'link,invited')
  'account reward' = @('73 384 19 20 21 22 23 24', '', '')
  'account sign-up get' = @('', '', 'first name,last name,email,use,usage,company,size,role,hosting,questions,usage other,step,created_at')
  'account sign-up create' = @('78 79 80 385 386 387 388 389 390 391 392 393 394 19 20 21 22 23 24', '', '')
  'status' = @('194 11', '395', 'name,kind,state,version,url,age,id,deployment')
  'auth login' = @('396', '', '')
  'auth status' = @('', '', '')
  'auth logout' = @('', '', '')
  'auth token' = @('397', '', '')
  'context show' = @('', '', 'setting,value,origin')
  'context list' = @('', '', 'name,active,organization,project,environment,api_url,token')
  'context use' = @('', '398', '')
  'context set' = @('399 400 401 402 403 404 405 406 407 408 409', '', '')
  'context unset' = @('410', '411', '')
  'sandbox run' = @('412 413 414 415 416', '', '')
  'sandbox start' = @('412 413 414 415 416', '', '')
  'sandbox stop' = @('', '', '')
  'sandbox status' = @('', '', '')
  'sandbox reset' = @('', '', '')
  'sandbox demo' = @('', '', '')
  'completion install' = @('', '417', 'shell,file,done')
  'completion uninstall' = @('', '417', 'shell,file,done')
  'completion show' = @('', '417', '')
  'api' = @('418 419 420 421 422 423 424 23 24', '425', '')
  'commands' = @('', '', 'command,method,path,summary,operation,api,when')
    }
    Everywhere = '0 1 2 3 4 5 6 7 8 9'
    Root = '10'
}

Register-ArgumentCompleter -Native -CommandName 'qovery' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $table = $global:QoveryCompletion
    $found = New-Object System.Collections.ArrayList
    $given = @{}
    $node = ''
    $isLeaf = $false
    $ended = $false
    $pending = -1
    $place = 0
    $arguments = @()
    $columns = @()
    $own = @(($table.Everywhere + ' ' + $table.Root).Split(' ') | ForEach-Object { [int]$_ })

    function Get-Value([int]$id) {
        $parts = $table.Options[$id].Split([char[]]'|', 2)
        if ($parts.Count -gt 1) { $parts[1] } else { $null }
    }

    function Find-Option([string]$flag) {
        foreach ($id in $own) {
            $flags = $table.Options[$id].Split('|')[0].TrimStart('*').Split([char[]]' ;')
            if ($flags -ccontains $flag) { return $id }
        }
        return -1
    }

    function Add-Match([string]$text, [string]$about) {
        if (-not $text.StartsWith($last, [StringComparison]::Ordinal)) { return }
        $shown = if ($about) { $about } else { $text }
        $inserted = $text
        if ($text -match '[^A-Za-z0-9_./,:=+%-]') {
            $inserted = "'" + ($text -replace "(['\u2018\u2019\u201a\u201b])", '$1$1') + "'"
        }
        [void]$found.Add([System.Management.Automation.CompletionResult]::new(
                $inserted, $text, 'ParameterValue', $shown))
    }

    function Add-Option {
        foreach ($id in $own) {
            $spec = $table.Options[$id]
            if ($given.ContainsKey($id) -and -not $spec.StartsWith('*')) { continue }
            foreach ($flag in $spec.Split(';')[0].TrimStart('*').Split(' ')) {
                if ($flag.StartsWith('--') -or ($flag -and $last)) { Add-Match $flag ($table.About[$id]) }
            }
        }
    }

    function Add-Value([string]$code, [string]$lead) {
        $typed = $last.Substring($lead.Length)
        switch -CaseSensitive -Regex ($code) {
            '^#' { foreach ($word in $code.Substring(1).Split(' ')) { Add-Match ($lead + $word) '' } }
            '^[CS]$' {
                $before = $typed.Substring(0, $typed.LastIndexOf(',') + 1)
                if ($code -ceq 'S' -and $typed.Substring($before.Length).StartsWith('-')) { $before += '-' }
                foreach ($column in $columns) { Add-Match ($lead + $before + $column) '' }
            }
            '^F$' { foreach ($column in $columns) { Add-Match ($lead + $column + '=') '' } }
            '^@' {
                # A word that is empty would get lost on its way to a program.
                $sent = if ($lead) { $lead } else { ' ' }
                $encoding = [Console]::OutputEncoding
                try {
                    [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
                    $lines = @(& $program __complete powershell @words $sent 2>$null)
                } catch {
                    $lines = @()
                } finally {
                    [Console]::OutputEncoding = $encoding
                }
                foreach ($line in $lines) {
                    $parts = $line.Split([char[]]"`t", 2)
                    Add-Match ($parts[0]) $(if ($parts.Count -gt 1) { $parts[1] } else { '' })
                }
            }
        }
    }

    $words = @()
    $last = ''
    foreach ($element in @($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($element.Extent.StartOffset -ge $cursorPosition) { break }
        $isText = $element -is [System.Management.Automation.Language.StringConstantExpressionAst] -or
        $element -is [System.Management.Automation.Language.ExpandableStringExpressionAst]
        $text = if ($isText) { $element.Value } else { $element.Extent.Text }
        if ($element.Extent.EndOffset -ge $cursorPosition) { $last = $text } else { $words += $text }
    }
    $program = [string]$commandAst.CommandElements[0].Extent.Text.Trim([char[]]"'`"")

    foreach ($word in $words) {
        if ($pending -ge 0) { $pending = -1; continue }
        if ($word -ceq '--' -and -not $ended) { $ended = $true; continue }
        if ($word.StartsWith('-') -and $word.Length -gt 1 -and -not $ended) {
            $id = Find-Option ($word.Split('=')[0])
            if ($id -lt 0 -and -not $word.StartsWith('--')) {
                # Several short options in one word: the last one may wait for its value.
                for ($at = 1; $at -lt $word.Length; $at++) {
                    $id = Find-Option ('-' + $word[$at])
                    if ($id -lt 0) { continue }
                    $given[$id] = $true
                    if ($null -ne (Get-Value $id)) {
                        if ($at + 1 -eq $word.Length) { $pending = $id }
                        break
                    }
                }
                continue
            }
            if ($id -lt 0) { continue }
            $given[$id] = $true
            if ($null -ne (Get-Value $id) -and -not $word.Contains('=')) { $pending = $id }
            continue
        }
        if ($isLeaf) {
            if ($place -lt $arguments.Count) { $given[$arguments[$place]] = $true }
            $place++
            continue
        }
        $group = $table.Groups[$node]
        $child = ''
        foreach ($kid in $group[1]) { if ($kid.Split("`t")[0] -ceq $word) { $child = $word } }
        foreach ($alias in $group[0].Split(' ')) {
            if ($alias.Split('=')[0] -ceq $word) { $child = $alias.Split('=')[1] }
        }
        if (-not $child) { return }
        $node = "$node $child".Trim()
        $own = @($table.Everywhere.Split(' ') | ForEach-Object { [int]$_ })
        if (-not $table.Groups.ContainsKey($node)) {
            $isLeaf = $true
            $row = $table.Commands[$node]
            $options = @($row[0].Split(' ') | Where-Object { $_ } | ForEach-Object { [int]$_ })
            $arguments = @($row[1].Split(' ') | Where-Object { $_ } | ForEach-Object { [int]$_ })
            $columns = @($row[2].Split(',') | Where-Object { $_ })
            $own = @($options + $arguments + $own)
        }
    }

    if ($pending -ge 0) {
        Add-Value (Get-Value $pending) ''
    } elseif (-not $ended -and $last.StartsWith('--') -and $last.Contains('=')) {
        $id = Find-Option ($last.Split('=')[0])
        if ($id -ge 0) { Add-Value (Get-Value $id) ($last.Split('=')[0] + '=') }
    } elseif (-not $ended -and $last.StartsWith('-')) {
        Add-Option
    } elseif (-not $isLeaf) {
        foreach ($kid in $table.Groups[$node][1]) { Add-Match ($kid.Split("`t")[0]) ($kid.Split("`t")[1]) }
    } else {
        if ($place -ge $arguments.Count -and $arguments.Count -gt 0 -and
            $table.Options[$arguments[-1]].StartsWith('*')) { $place = $arguments.Count - 1 }
        if ($place -lt $arguments.Count) {
            Add-Value (Get-Value ($arguments[$place])) ''
        } elseif (-not $ended) {
            Add-Option
        }
    }
    $found
}
