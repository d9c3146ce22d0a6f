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
  '--password;|'
  '--region;|'
  '--url;|'
  '--username;|'
  '--access-key-id;|'
  '--role-arn;|'
  '--secret-access-key;|'
  '--scaleway-access-key;|'
  '--scaleway-project-id;|'
  '--scaleway-secret-key;|'
  '--gcp-credentials-type;|#workload_identity_federation'
  '--gcp-project-id;|'
  '--json-credentials;|'
  '--service-account-email;|'
  '--token-lifetime;|'
  '--workload-identity-provider;|'
  '--azure-subscription-id;|'
  '--azure-tenant-id;|'
  '--cloud;|#aws scaleway do'
  '--credentials;|@awsCredentials?--cloud=aws|scalewayCredentials?--cloud=scaleway|digitalOceanCredentials?--cloud=do'
  '--type;|#AWS_ROLE AWS_STATIC EKS_ANYWHERE_VSPHERE_ROLE EKS_ANYWHERE_VSPHERE_STATIC'
  '--scaleway-organization-id;|'
  '--do-token;|'
  '--spaces-access-id;|'
  '--spaces-secret-key;|'
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
  '--name;|'
  '--member;|@member'
  '--role;|#ADMIN DEVELOPER OWNER VIEWER'
  '--invite;|@invite'
  '--to;|@member'
  '--cloud;|#AWS DIGITAL_OCEAN SCALEWAY SCW GCP DO AZURE OVH CIVO HETZNER ORACLE IBM ON_PREMISE'
  '--cloud-provider-credentials;|'
  '*--feature;|'
  '--infrastructure-charts-parameters;|'
  '--keda --no-keda;'
  '--kubernetes;|#K3S MANAGED SELF_MANAGED PARTIALLY_MANAGED'
  '*--labels-group;|'
  '--metrics-parameters;|'
  '--production --no-production;'
  '*--secret-manager-access;|'
  '--disk-iops;|'
  '--disk-size;|'
  '--disk-throughput;|'
  '--instance-type;|'
  '--max-nodes;|'
  '--min-nodes;|'
  '*--ssh-key;|'
  '*--remove-feature;|'
  '*--remove-labels-group;|'
  '*--remove-secret-manager-access;|'
  '--delete-mode;|#DEFAULT DELETE_CLUSTER_AND_QOVERY_CONFIG DELETE_QOVERY_CONFIG'
  '--skip-reconcile --no-skip-reconcile;'
  '--wait -w;--watch'
  '--timeout;|'
  '--plan-only --no-plan-only;'
  '--cloud-provider-container-registry-tags;|'
  '*--k8s-api-allowed-public-access-cidrs;|'
  '--load-balancer-size;|'
  '--pleco-resources-ttl;|'
  '--qovery-static-ip-mode --no-qovery-static-ip-mode;'
  '--registry-image-retention-time;|'
  '--registry-mirroring-mode;|#Cluster Service'
  '--storageclass-fast-ssd;|'
  '--nginx-hpa-cpu-utilization-percentage-threshold;|'
  '--nginx-hpa-max-number-instances;|'
  '--nginx-hpa-min-number-instances;|'
  '--nginx-memory-limit-in-mib;|'
  '--nginx-memory-request-in-mib;|'
  '--nginx-vcpu-limit-in-milli-cpu;|'
  '--nginx-vcpu-request-in-milli-cpu;|'
  '--envoy-gateway-api-http-connection-idle-timeout-seconds;|'
  '--envoy-gateway-api-http-request-timeout-seconds;|'
  '--envoy-gateway-api-retry-http-status-codes;|'
  '--envoy-gateway-api-retry-num-retries;|'
  '--envoy-gateway-api-retry-per-try-timeout-seconds;|'
  '--envoy-gateway-api-retry-retry-on;|'
  '*--database-mongodb-allowed-cidrs;|'
  '--database-mongodb-deny-any-access --no-database-mongodb-deny-any-access;'
  '*--database-mysql-allowed-cidrs;|'
  '--database-mysql-deny-any-access --no-database-mysql-deny-any-access;'
  '*--database-postgresql-allowed-cidrs;|'
  '--database-postgresql-deny-any-access --no-database-postgresql-deny-any-access;'
  '*--database-redis-allowed-cidrs;|'
  '--database-redis-deny-any-access --no-database-redis-deny-any-access;'
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
  '*--route;|'
  '*--remove-route;|'
  '--cloud;|#AWS DIGITAL_OCEAN SCALEWAY SCW GCP ON_PREMISE AZURE'
  '--credentials-id;|'
  '--credentials-name;|'
  '--cloud;|#aws scaleway do'
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
  ';--rule|'
  '--auto-deploy --no-auto-deploy;'
  '--auto-preview --no-auto-preview;'
  '--on-demand-preview --no-on-demand-preview;'
  '--limit;|'
  '--to-update --no-to-update;'
  '--app;--application|@application'
  '*--annotations-group;|'
  ';--icon-uri|'
  '--repository;|'
  '--branch;|'
  '--build-mode;|#BUILDPACKS DOCKER'
  '--build-stage;|'
  '--buildpack-language;|#CLOJURE GO GRADLE GRAILS JAVA JVM NODE_JS PHP PLAY PYTHON SCALA'
  '--dockerfile-path;|'
  '--git-provider;|#BITBUCKET GITHUB GITLAB'
  '--git-token;|'
  '--root-path;|'
  '*--argument;|'
  '--entrypoint;|'
  '--autoscaling;|'
  '--cpu;|'
  '--cpu-architecture;|#AMD64 ARM64'
  '--ephemeral-storage;|'
  '--gpu;|'
  '--max-instances;|'
  '--memory;|'
  '--min-instances;|'
  '*--port;|'
  '*--storage;|'
  '--healthcheck-protocol;|#TCP HTTP None'
  '--healthcheck-value;|'
  '--liveness-probe;|'
  '--readiness-probe;|'
  '--auto-preview --no-auto-preview;'
  '--name;|'
  '*--remove-annotations-group;|'
  '--sticky-session --no-sticky-session;'
  '*--remove-port;|'
  '*--remove-storage;|'
  '--commit;|'
  '--current;'
  '--commit;|'
  '--generate-certificate --no-generate-certificate;'
  '--use-cdn --no-use-cdn;'
  '--domain;|'
  '--new-domain;|'
  '--domain;|@applicationDomain'
  '--build-cpu-max-in-milli;|'
  '--build-disable-buildkit-cache --no-build-disable-buildkit-cache;'
  '--build-ram-max-in-gib;|'
  '--build-skip-git-submodules --no-build-skip-git-submodules;'
  '--build-timeout-max-sec;|'
  '--hpa-cpu-average-utilization-percent;|'
  '--hpa-memory-average-utilization-percent;|'
  '--liveness-probe-failure-threshold;|'
  '--liveness-probe-http-get-path;|'
  '--liveness-probe-initial-delay-seconds;|'
  '--liveness-probe-period-seconds;|'
  '--liveness-probe-success-threshold;|'
  '--liveness-probe-timeout-seconds;|'
  '--liveness-probe-type;|#NONE TCP HTTP'
  '--readiness-probe-failure-threshold;|'
  '--readiness-probe-http-get-path;|'
  '--readiness-probe-initial-delay-seconds;|'
  '--readiness-probe-period-seconds;|'
  '--readiness-probe-success-threshold;|'
  '--readiness-probe-timeout-seconds;|'
  '--readiness-probe-type;|#NONE TCP HTTP'
  '--deployment-affinity-node-required;|'
  '--deployment-antiaffinity-pod;|#Preferred Requirred'
  '--deployment-custom-domain-check-enabled --no-deployment-custom-domain-check-enabled;'
  '--deployment-delay-start-time-sec;|'
  '--deployment-termination-grace-period-seconds;|'
  '--deployment-topology-spread-zone;|#Disabled ScheduleAnyway DoNotSchedule'
  '--deployment-update-strategy-rolling-update-max-surge-percent;|'
  '--deployment-update-strategy-rolling-update-max-unavailable-percent;|'
  '--deployment-update-strategy-type;|#RollingUpdate Recreate'
  '*--post-start-command;|'
  '*--pre-stop-command;|'
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
  '--network-gateway-api-http-connection-idle-timeout-seconds;|'
  '--network-gateway-api-http-request-timeout-seconds;|'
  '--network-gateway-api-retry-http-status-codes;|'
  '--network-gateway-api-retry-num-retries;|'
  '--network-gateway-api-retry-per-try-timeout-seconds;|'
  '--network-gateway-api-retry-retry-on;|'
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
  '--memory;|'
  '--storage;|'
  '--instance-type;|'
  '--disk-type;|#gp2 gp3'
  '--apply-immediately --no-apply-immediately;'
  '--login;|'
  '--password;|'
  '--target;|@application'
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
  '--all;'
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
  'Output format'
  'Select from the JSON output with a JMESPath query'
  'Columns to show, separated by commas'
  'Sort a list by a field; -FIELD for descending order'
  'List only items with this value; also != and ~= (contains)'
  'Do not print column headers'
  'Profile to use'
  'Log requests to stderr, with secrets masked'
  'The same as -o json'
  'Show this help'
  'Show the version'
  'Organization name or ID'
  'Billing plan'
  'E-mail address of an administrator to notify'
  'Short description'
  'URL of the icon'
  'URL of the logo'
  'URL of the main git repository'
  'URL of the website'
  'Read the request body from a YAML or JSON file; - for stdin'
  'Set a body field: a.b[0]=text, a:=JSON or a=@FILE'
  'Print a body to fill in, and exit'
  'Send the request without checking it first'
  'Print the requests without sending them'
  'Print the requests as curl commands without sending them'
  'Name, unique regardless of case'
  'Send only what is given, without the current values'
  'Do not ask for confirmation'
  'Confirm with the name of the resource instead of being asked'
  'List only tokens created by this person'
  'List only tokens with this name'
  'ID of the role'
  'Permissions of the token'
  'API token name or ID'
  'Webhook URL, description or ID'
  'Event to send'
  'Kind of receiver: any HTTP server (STANDARD) or Slack'
  'Enable the webhook'
  'Send events only for environments of this mode'
  'Send events only for projects whose name matches; * and ? are wildcards'
  'Secret to send with each event'
  'URL to send events to'
  'Container registry name or ID'
  'Kind of registry'
  'Password on the registry'
  'Cloud region, such as eu-west-3'
  'URL of the registry, such as https://docker.io'
  'User name on the registry'
  'Access key ID'
  'ARN of the role to assume'
  'Secret access key'
  'Scaleway access key'
  'Scaleway project ID'
  'Scaleway secret key'
  'How to authenticate to Google Cloud'
  'Google Cloud project ID'
  'Service account key, as JSON'
  'E-mail address of the service account'
  'Lifetime of an access token, in seconds'
  'Resource name of the workload identity provider'
  'Azure subscription ID'
  'Azure tenant ID'
  'Cloud provider of the credentials'
  'Credentials name or ID'
  'Kind of credentials; AWS_STATIC (keys) unless a role is given'
  'Scaleway organization ID'
  'DigitalOcean API token'
  'Spaces access key ID'
  'Spaces secret key'
  'vSphere password'
  'vSphere user'
  'Cluster name or ID'
  'New plan, such as BUSINESS'
  'Code to redeem'
  'Street and number'
  'City'
  'Company'
  'Two-letter country code, such as FR'
  'E-mail address'
  'First name'
  'Last name'
  'State, where applicable'
  'VAT number'
  'Postal code'
  'Invoice date or ID'
  'File to write; - for stdout'
  'Security code (CVV) of the card'
  'Expiry date of the card'
  'Card number'
  'Token of the card from the payment provider'
  'Expiry year of the card, if --expires has only the month'
  'Credit card last digits or ID'
  'Code from the address GitHub redirects to'
  'Installation ID from the same address'
  'Disconnect even if applications use it'
  'Git provider'
  'ID of the git token to use'
  'Repository, as owner/name'
  'Member e-mail, name, nickname or ID'
  'Role in the organization'
  'Invitation e-mail or ID'
  'New owner, by e-mail, name or ID'
  'Cloud provider'
  'Cloud credentials to use, as JSON'
  'Feature to enable, as id=ID,value=VALUE; see ''qovery cluster provider features'''
  'Parameters of the charts installed on the cluster, as JSON'
  'Enable event-driven scaling (KEDA)'
  'Kind of Kubernetes cluster'
  'Labels group to apply, as id=ID'
  'Metrics parameters, as JSON'
  'Mark the cluster as a production cluster'
  'Access to a secret manager, as JSON'
  'Disk throughput per node, in operations per second (IOPS)'
  'Disk size per node, in GB'
  'Disk throughput per node, in MB per second'
  'Instance type of the nodes, such as t3a.large'
  'Maximum number of nodes'
  'Minimum number of nodes'
  'Public SSH key with access to the nodes'
  'Remove the feature with this ID'
  'Remove the labels group with this ID'
  'Remove the secret manager access with this name'
  'DEFAULT fails while environments exist; the others drop them; DELETE_QOVERY_CONFIG keeps the cloud resources'
  'Delete without reconciling the infrastructure first; ignore what is already gone'
  'Wait until it has finished; the exit code is the result'
  'Maximum time to wait, such as 20m or 1h30m; 0 for no limit'
  'Compute the changes without applying them'
  'Tags to put on the container registry of the cloud provider, as JSON'
  'CIDR range allowed to reach the Kubernetes API'
  'Size of the load balancer on Scaleway'
  'Age at which leftover resources are removed, in seconds; -1 for never'
  'Use static IP addresses for the cluster'
  'Retention of images in the registry, in seconds'
  'Mirror images to a registry per cluster or per service'
  'Storage class of service volumes'
  'CPU utilization above which ingress controllers are added, in percent'
  'Maximum number of ingress controllers'
  'Minimum number of ingress controllers'
  'Memory limit of an ingress controller, in MiB'
  'Memory request of an ingress controller, in MiB'
  'CPU limit of an ingress controller, in millicores'
  'CPU request of an ingress controller, in millicores'
  'Time the gateway keeps an idle connection open, in seconds'
  'Timeout of a request through the gateway, in seconds'
  'HTTP status codes on which the gateway retries, separated by commas'
  'Number of times the gateway retries a failed request'
  'Timeout of each attempt of the gateway, in seconds'
  'Conditions on which the gateway retries, separated by commas'
  'CIDR range allowed to reach public MongoDB databases'
  'Deny all access to MongoDB databases from outside the cluster'
  'CIDR range allowed to reach public MySQL databases'
  'Deny all access to MySQL databases from outside the cluster'
  'CIDR range allowed to reach public PostgreSQL databases'
  'Deny all access to PostgreSQL databases from outside the cluster'
  'CIDR range allowed to reach public Redis databases'
  'Deny all access to Redis databases from outside the cluster'
  'CPU limit of the log store''s backend, in millicores'
  'CPU request of the log store''s backend, in millicores'
  'Memory limit of the log store''s backend, in MiB'
  'Memory request of the log store''s backend, in MiB'
  'How the log store (Loki) is deployed'
  'Retention of logs, in weeks'
  'CPU limit of the log store''s read path, in millicores'
  'CPU request of the log store''s read path, in millicores'
  'Memory limit of the log store''s read path, in MiB'
  'Memory request of the log store''s read path, in MiB'
  'CPU limit of the log store''s single binary, in millicores'
  'CPU request of the log store''s single binary, in millicores'
  'Memory limit of the log store''s single binary, in MiB'
  'Memory request of the log store''s single binary, in MiB'
  'CPU limit of the log store''s write path, in millicores'
  'CPU request of the log store''s write path, in millicores'
  'Memory limit of the log store''s write path, in MiB'
  'Memory request of the log store''s write path, in MiB'
  'Retention of the control plane logs, in days'
  'Machine image (AMI) of the nodes'
  'Whether version 2 of the instance metadata service is required'
  'Performance mode of the shared file system (EFS)'
  'Throughput mode of the shared file system (EFS)'
  'When unused files move to infrequent-access storage'
  'Install the AWS load balancer controller'
  'Install the driver of the shared file system (EFS)'
  'IAM group with administrator access to the cluster'
  'Give the NAT gateway a second elastic IP address'
  'Store VPC flow logs in S3'
  'Retention of the VPC flow logs, in days'
  'Route, as destination=CIDR,target=TARGET,description=TEXT'
  'Remove the route with this destination'
  'Cloud provider'
  'ID of the cloud credentials'
  'Name of the cloud credentials'
  'Cloud provider'
  'Project name or ID'
  'Deployment rule name or ID'
  'Cluster to run on, by name or ID'
  'Mode of the environments that match'
  'Environment names the rule applies to; * and ? are wildcards'
  'Delete the environment automatically, such as a preview whose branch is gone'
  'Deploy automatically when there is a new commit or tag'
  'Stop at the stop time and start again at the start time'
  'Time of day to start'
  'Time of day to stop'
  'Time zone of the start and stop times'
  'Days on which the start and stop times apply'
  'Rules in their new order, by name or ID'
  'List across all parents in scope'
  'Environment name or ID'
  'Cluster to run on, by name or ID; cannot be changed later'
  'Mode; in PRODUCTION, risky commands ask for confirmation'
  'New name, unique in the project regardless of case'
  'Also restart databases'
  'Also stop steps that cannot be interrupted cleanly, such as lifecycle jobs'
  'Name of the new environment'
  'Apply the project''s deployment rules to the copy'
  'Cluster of the copy, by name or ID; defaults to the cluster of the original'
  'Mode of the copy; defaults to the mode of the original'
  'Project of the copy, by name or ID; defaults to the project of the original'
  'Application and commit to deploy, as application_id=NAME,git_commit_id=SHA'
  'Container and image tag to deploy, as id=NAME,image_tag=TAG'
  'Database to deploy, by name or ID'
  'Helm service and version to deploy, as id=ID,chart_version=VERSION'
  'Job and version to deploy, as id=ID,image_tag=TAG or id=ID,git_commit_id=SHA'
  'Terraform service and commit to deploy, as id=ID,git_commit_id=SHA'
  'Deployment rule ID'
  'Deploy automatically when a new version is available'
  'Create a preview environment for each pull request'
  'Create previews on request only'
  'Maximum number of results'
  'List only services with a newer version or changes that are not deployed yet'
  'Application name or ID'
  'Annotations group to apply, as id=ID'
  'URI of the icon shown in the console'
  'HTTPS URL of the git repository'
  'Branch to deploy; defaults to main or master'
  'How to build the image; DOCKER needs --dockerfile-path'
  'Dockerfile stage to build; defaults to the last one'
  'Buildpack language; detected by default'
  'Path of the Dockerfile, relative to the root path'
  'Git provider, if the repository URL does not tell'
  'ID of the git token to read the repository with'
  'Directory in the repository to build from'
  'Argument of the start command; repeat it for each argument, in order'
  'Entrypoint to use instead of the image''s own'
  'Event-driven scaling (KEDA), as JSON'
  'CPU per instance, in millicores; 1000 is one core'
  'CPU architecture to run on; defaults to the cluster''s'
  'Temporary disk space per instance, in GiB'
  'Number of GPUs per instance'
  'Maximum number of instances; -1 for no limit'
  'Memory per instance, in MB'
  'Minimum number of instances'
  'Port to listen on, as INTERNAL:EXTERNAL/PROTOCOL or just INTERNAL; add ,public ,private ,default ,name=NAME'
  'Volume of at least 4 GB, with the path to mount it at'
  'Protocol of the health check'
  'What the health check probes: a port for TCP, a path for HTTP'
  'Liveness probe, which decides when an instance is restarted, as JSON'
  'Readiness probe, which decides when an instance gets traffic, as JSON'
  'Include the service in preview environments'
  'New name, unique in the environment regardless of case'
  'Remove the annotations group with this ID'
  'Keep sending a client to the same instance'
  'Remove the port with this internal port'
  'Remove the storage with this mount point'
  'Commit to deploy; defaults to the latest of the branch'
  'Deploy the commit that is deployed already'
  'Show only the commit with this full SHA'
  'Issue a TLS certificate for the domain'
  'The domain points to a CDN: skip the DNS check'
  'Host name of the domain, such as api.acme.test'
  'New host name of the domain'
  'Custom domain host name or ID'
  'Maximum CPU of a build, in millicores'
  'Build without the cache of earlier builds'
  'Maximum memory of a build, in GiB'
  'Do not fetch git submodules'
  'Build timeout, in seconds'
  'Average CPU utilization above which instances are added, in percent'
  'Average memory utilization above which instances are added, in percent'
  'Number of consecutive failures after which the liveness probe fails'
  'Path requested by an HTTP liveness probe'
  'Delay before the first liveness probe, in seconds'
  'Interval between liveness probes, in seconds'
  'Number of consecutive successes after which the liveness probe passes again'
  'Timeout of a liveness probe, in seconds'
  'Protocol of the liveness probe, which decides when an instance is restarted'
  'Number of consecutive failures after which the readiness probe fails'
  'Path requested by an HTTP readiness probe'
  'Delay before the first readiness probe, in seconds'
  'Interval between readiness probes, in seconds'
  'Number of consecutive successes after which the readiness probe passes again'
  'Timeout of a readiness probe, in seconds'
  'Protocol of the readiness probe, which decides when an instance gets traffic'
  'Labels a node must have to run the service, as JSON'
  'Spread instances over nodes: if possible (Preferred) or always (Requirred)'
  'Check the DNS of custom domains before a deployment'
  'Delay before the first check of a new instance, in seconds'
  'Time an instance has to shut down, in seconds'
  'Spread instances over availability zones: not at all, if possible or strictly'
  'Extra instances that may run during a rolling update, in percent'
  'Instances that may be unavailable during a rolling update, in percent'
  'Replace instances one by one (RollingUpdate) or stop all of them first (Recreate)'
  'Command to run in an instance after it starts; repeat the option for each word'
  'Command to run in an instance before it stops; repeat the option for each word'
  'Name of the variable with the login:hash pairs for basic authentication'
  'Headers allowed by CORS, separated by commas'
  'Methods allowed by CORS, separated by commas'
  'Origins allowed by CORS, separated by commas'
  'CIDR ranges denied to connect, separated by commas'
  'Allow cross-origin requests (CORS)'
  'Keep sending a client to the same instance'
  'Headers to add to every response, as a JSON object'
  'Redirect HTTP to HTTPS even without a certificate'
  'Timeout between two reads from a gRPC service, in seconds'
  'Timeout between two writes to a gRPC service, in seconds'
  'Lifetime of a keep-alive connection, in seconds'
  'Time an idle keep-alive connection stays open, in seconds'
  'Maximum size of a request body, in MB'
  'Buffer size for response headers, in KB'
  'Buffer responses of the service, on or off'
  'Timeout for connecting to the service, in seconds'
  'Timeout between two reads from the service, in seconds'
  'Timeout between two writes to the service, in seconds'
  'Timeout between two writes to the client, in seconds'
  'CIDR ranges allowed to connect, separated by commas'
  'Time the gateway keeps an idle connection open, in seconds'
  'Timeout of a request through the gateway, in seconds'
  'HTTP status codes on which the gateway retries, separated by commas'
  'Number of times the gateway retries a failed request'
  'Timeout of each attempt of the gateway, in seconds'
  'Conditions on which the gateway retries, separated by commas'
  'Mount the service account token, so that instances can call the Kubernetes API'
  'Make the root file system read-only'
  'Kubernetes service account to run as'
  'MATCH deploys only commits that touch the path, EXCLUDE ignores commits that touch only it'
  'Kind of restriction; only PATH exists'
  'Path in the repository, without a leading slash'
  'Deployment restriction value, type:value, mode:type:value or ID'
  'Tag name or ID'
  'The other application, by name or ID'
  'Database name or ID'
  'Database name or ID'
  'Logical database name or ID'
  'How far to look back, in seconds'
  'Container name or ID'
  'Image name in the registry, without the tag'
  'Container registry to pull from, by name or ID'
  'Image tag'
  'Image tag to deploy; defaults to the configured one'
  'Custom domain host name or ID'
  'Buffer requests of clients, on or off'
  'The other container, by name or ID'
  'Version of the database engine'
  'CONTAINER runs on the cluster, MANAGED is run by the cloud provider; cannot be changed later'
  'Database engine; cannot be changed later'
  'Reachable from the internet (PUBLIC) or only from the cluster (PRIVATE)'
  'CPU, in millicores; for a managed database use --instance-type'
  'Memory, in MB; for a managed database use --instance-type'
  'Disk size, in GB'
  'Instance type of a managed database, as named by the cloud provider'
  'Disk type of a managed database on AWS'
  'Apply the changes now instead of in the maintenance window'
  'User name'
  'Password'
  'Application name or ID'
  'Note that says what the backup is for'
  'Backup name or ID'
  'Logical database name or ID'
  'New name, unique on the database server regardless of case'
  'Short description, up to 255 characters'
  'Replace {{KEY}} in the file of a file variable with the value of that variable'
  'Mount the value as a file at this path; the variable holds the path'
  'Key: letters, digits and underscores'
  'Value'
  'New key'
  'New value'
  'Variable key or ID'
  'Value in the given scope'
  'Key of the alias'
  'Replace the values of existing keys'
  'Import them as secrets'
  'Dotenv file to read; - for stdin'
  'Variable to set; give one or more'
  'Secret key or ID'
  'Kind of reward'
  'Kind of use'
  'What Qovery will be used for'
  'Company'
  'Number of employees'
  'Sign-up step reached'
  'Whether another sign-in was used'
  'Where the infrastructure is hosted'
  'Questions for the Qovery team'
  'Role at work'
  'Other use of Qovery'
  'Every environment of the project, else of the organization'
  'Store the token in a file (mode 0600) instead of the keyring'
  'Print the value of an Authorization header'
  'Name of the profile'
  'API version of the server'
  'URL of the API'
  'Default application'
  'Default cluster'
  'Default container'
  'Default database'
  'Default environment'
  'Default output format'
  'Do not check that the names exist'
  'Default organization'
  'Default project'
  'Remove all settings except the token'
  'Setting to remove, such as environment'
  'API version to serve'
  'Port to listen on; 0 for a free one'
  'Initial data'
  'Factor by which deployments are faster than in reality'
  'SQLite file to keep the data in'
  'Shell; defaults to your own'
  'Add a text field to the body'
  'Add a request header'
  'Print the status and headers of the response too'
  'Read the body from a file; - for stdin'
  'HTTP method'
  'Fetch all pages of a list'
  'Add a field with a JSON value, or the content of @FILE'
  'Path, or URL on the same host'
    )
    Groups = @{
  '' = @('organization=org environment=env application=app database=db variable=var', @('org	Manage organizations, their members, access and billing', 'cluster	Manage clusters and look up what cloud providers offer', 'project	Manage projects and their deployment rules', 'env	Manage and deploy environments', 'app	Manage and deploy applications, built from git repositories', 'container	Manage and deploy containers, run from images of a registry', 'db	Manage databases, their credentials and backups', 'var	Manage variables of projects, environments and services', 'secret	Manage secrets of projects, environments and services', 'account	Manage your own account', 'status	Show the services of an environment and their states', 'auth	Sign in and out', 'context	Manage profiles and the default project and environment', 'sandbox	Try the CLI against a local copy of the API, without an account', 'completion	Set up completion in bash, zsh, fish or PowerShell', 'api	Send a request to any path of the API', 'commands	List all commands and their API operations'))
  'org' = @('', @('list	List your organizations', 'get	Show the details of an organization', 'create	Create a new organization', 'update	Update an organization', 'delete	Delete an organization and everything in it', 'token	API tokens of an organization', 'webhook	Webhooks that receive deployment events', 'registry	Container registries of an organization', 'credentials	Cloud provider credentials of an organization', 'billing	Plan, costs, invoices and credit cards', 'github	GitHub app of an organization', 'git	Git accounts, repositories and branches of an organization', 'member	Members of an organization', 'invite	Invitations to an organization', 'transfer	Transfer an organization to another member'))
  'org token' = @('', @('list	List the API tokens of an organization', 'create	Create an API token for an organization', 'delete	Delete an API token'))
  'org webhook' = @('', @('list	List the webhooks of an organization', 'get	Show the details of a webhook', 'create	Create a webhook', 'update	Update a webhook', 'delete	Delete a webhook'))
  'org registry' = @('', @('list	List the container registries of an organization', 'get	Show the details of a container registry', 'create	Add a container registry to an organization', 'update	Update a container registry', 'delete	Remove a container registry from an organization', 'kinds	List the kinds of registry and the settings each needs'))
  'org credentials' = @('', @('list	List the credentials of a cloud provider', 'get	Show cloud credentials, without their secrets', 'create	Create cloud credentials', 'update	Update cloud credentials', 'delete	Delete cloud credentials'))
  'org billing' = @('', @('cost	Show the cost of the current month so far', 'cluster-cost	Show the monthly cost of a cluster', 'status	Show whether an organization has valid billing details', 'plan	Change the plan of an organization', 'credit	Redeem a credit code', 'info	Billing contact and address', 'invoice	Invoices of an organization', 'card	Credit cards of an organization'))
  'org billing info' = @('', @('get	Show the billing contact and address', 'update	Update the billing contact and address'))
  'org billing invoice' = @('', @('list	List the invoices of an organization', 'get	Show the details of an invoice', 'download	Download an invoice as a PDF', 'send-all	Request all invoices at once'))
  'org billing card' = @('', @('list	List the credit cards of an organization', 'create	Add a credit card to an organization', 'delete	Delete a credit card'))
  'org github' = @('', @('connect	Connect the GitHub app of an organization', 'disconnect	Disconnect the GitHub app of an organization'))
  'org git' = @('', @('provider	List the git accounts of an organization', 'repository	List the git repositories of an organization', 'branch	List the branches of a git repository'))
  'org member' = @('', @('list	List the members of an organization', 'delete	Remove a member from an organization'))
  'org invite' = @('', @('list	List the pending invitations', 'create	Invite someone to an organization', 'delete	Delete an invitation', 'accept	Accept an invitation'))
  'cluster' = @('', @('list	List the clusters of an organization', 'get	Show the details of a cluster', 'create	Create a cluster in an organization', 'update	Update a cluster', 'delete	Delete a cluster and its infrastructure', 'status	Show the state of a cluster', 'statuses	List the states of all clusters of an organization', 'deploy	Deploy a cluster, or apply its pending changes', 'stop	Stop a cluster', 'upgrade	Upgrade a cluster to the next Kubernetes version', 'ready	Show whether a cluster can be deployed', 'log	Logs of the last operation on a cluster', 'settings	Advanced settings of a cluster', 'route	Routing table of a cluster', 'cloud-info	Cloud provider and credentials of a cluster', 'provider	Cloud providers, regions, features and instance types'))
  'cluster log' = @('', @('list	List the logs of the last operation on a cluster'))
  'cluster settings' = @('', @('get	Show the advanced settings of a cluster', 'update	Update advanced settings of a cluster'))
  'cluster route' = @('', @('list	List the routes of a cluster', 'update	Update the routing table of a cluster'))
  'cluster cloud-info' = @('', @('get	Show the cloud provider and credentials of a cluster', 'update	Set the cloud provider and credentials of a cluster'))
  'cluster provider' = @('', @('list	List the cloud providers', 'regions	List the regions of a cloud provider', 'features	List the cluster features of a cloud provider', 'instance-types	List the instance types of a cloud provider'))
  'project' = @('', @('list	List the projects of an organization', 'get	Show the details of a project', 'create	Create a project in an organization', 'update	Update a project', 'delete	Delete a project and all its environments', 'stats	Count the environments and services of each project', 'rule	Rules for the cluster, mode and schedule of new environments'))
  'project rule' = @('', @('list	List the deployment rules of a project', 'get	Show the details of a deployment rule', 'create	Create a deployment rule in a project', 'update	Update a deployment rule', 'delete	Delete a deployment rule', 'order	Set the order of the deployment rules of a project'))
  'env' = @('service-count=stats', @('list	List the environments of a project', 'get	Show the details of an environment', 'create	Create an environment in a project', 'update	Update the name or mode of an environment', 'delete	Delete an environment and all its services', 'status	Show the deployment status of an environment', 'statuses	List the statuses of all environments of a project', 'stats	Count the services of each environment', 'deploy	Deploy all services of an environment', 'stop	Stop all services of an environment', 'restart	Restart the services of an environment', 'cancel	Cancel the deployment of an environment', 'clone	Clone an environment', 'deploy-services	Deploy selected services of an environment', 'rule	Automatic deployment, stop and previews of an environment', 'history	Deployment history of an environment', 'log	Deployment logs of an environment'))
  'env rule' = @('', @('get	Show the deployment rule of an environment', 'update	Update the deployment rule of an environment'))
  'env history' = @('', @('list	List the deployments of an environment, newest first'))
  'env log' = @('', @('list	List the deployment logs of an environment'))
  'app' = @('', @('list	List the applications of an environment', 'get	Show the details of an application', 'create	Create an application in an environment', 'update	Update an application', 'delete	Delete an application and its volumes', 'status	Show the deployment status of an application', 'statuses	List the statuses of all applications of an environment', 'deploy	Deploy an application', 'stop	Stop an application', 'restart	Restart an application', 'commit	Commits of an application''s branch', 'contributor	Contributors of an application''s repository', 'link	Public URLs of an application', 'log	Logs of an application', 'history	Deployment history of an application', 'event	Events of an application', 'domain	Custom domains of an application', 'settings	Advanced settings of an application', 'network	Network settings of an application', 'restriction	Paths whose commits deploy an application automatically', 'tag	Tags of an application', 'dependency	Deployment order of applications', 'database	Databases linked to an application', 'logical	Logical databases linked to an application', 'scale	Current number of instances of applications', 'storage	Disk usage of the volumes of applications', 'instance	Running instances of an application', 'language	Languages that buildpacks support', 'metric	Resource usage and restarts of an application over time'))
  'app commit' = @('', @('list	List the latest commits of an application''s branch'))
  'app contributor' = @('', @('list	List the contributors of an application''s repository'))
  'app link' = @('', @('list	List the public URLs of an application'))
  'app log' = @('', @('list	List the latest logs of an application'))
  'app history' = @('', @('list	List the deployments of an application, newest first'))
  'app event' = @('', @('list	List the events of an application, newest first'))
  'app domain' = @('get=status', @('list	List the custom domains of an application', 'create	Add a custom domain to an application', 'update	Update a custom domain of an application', 'delete	Remove a custom domain from an application', 'status	Show a custom domain of an application and its DNS target'))
  'app settings' = @('', @('get	Show the advanced settings of an application', 'update	Update advanced settings of an application', 'defaults	Show the default advanced settings of applications'))
  'app network' = @('', @('get	Show the network settings of an application', 'update	Update the network settings of an application'))
  'app restriction' = @('', @('list	List the deployment restrictions of an application', 'create	Restrict automatic deployment to commits that touch a path', 'update	Update a deployment restriction of an application', 'delete	Delete a deployment restriction of an application'))
  'app tag' = @('', @('list	List the tags of an application', 'create	Add a tag to an application', 'delete	Remove a tag from an application'))
  'app dependency' = @('', @('list	List the applications deployed before an application', 'create	Deploy an application after another one', 'delete	Remove a dependency between two applications'))
  'app database' = @('', @('list	List the databases linked to an application', 'attach	Link a database to an application', 'detach	Unlink a database from an application'))
  'app logical' = @('', @('list	List the logical databases linked to an application', 'attach	Link a logical database to an application', 'detach	Unlink a logical database from an application'))
  'app scale' = @('', @('list	List the current number of instances of each application', 'get	Show the current number of instances of an application'))
  'app storage' = @('', @('list	List the disk usage of the volumes of each application', 'get	Show the disk usage of the volumes of an application'))
  'app instance' = @('', @('list	List the running instances of an application'))
  'app language' = @('', @('list	List the languages that buildpacks support'))
  'app metric' = @('', @('cpu	Show the CPU usage of an application over time', 'memory	Show the memory usage of an application over time', 'storage	Show the disk usage of an application over time', 'health	Show the health check latency of an application', 'restart	List the restarts of an application and their causes'))
  'container' = @('', @('list	List the containers of an environment', 'get	Show the details of a container', 'create	Create a container in an environment', 'update	Update a container', 'delete	Delete a container and its volumes', 'status	Show the deployment status of a container', 'statuses	List the statuses of all containers of an environment', 'deploy	Deploy a container', 'stop	Stop a container', 'restart	Restart a container', 'deploy-all	Deploy new versions of several services at once', 'deploy-image	Deploy a new image tag in every environment that uses it', 'preview-image	Create preview environments for a new image tag', 'link	Public URLs of a container', 'log	Logs of a container', 'history	Deployment history of a container', 'domain	Custom domains of a container', 'settings	Advanced settings of a container', 'network	Network settings of a container', 'dependency	Deployment order of containers', 'logical	Logical databases linked to a container', 'scale	Current number of instances of containers', 'storage	Disk usage of the volumes of containers', 'instance	Running instances of a container'))
  'container link' = @('', @('list	List the public URLs of a container'))
  'container log' = @('', @('list	List the latest logs of a container'))
  'container history' = @('', @('list	List the deployments of a container, newest first'))
  'container domain' = @('get=status', @('list	List the custom domains of a container', 'create	Add a custom domain to a container', 'update	Update a custom domain of a container', 'delete	Remove a custom domain from a container', 'status	Show a custom domain of a container and its DNS target'))
  'container settings' = @('', @('get	Show the advanced settings of a container', 'update	Update advanced settings of a container'))
  'container network' = @('', @('get	Show the network settings of a container', 'update	Update the network settings of a container'))
  'container dependency' = @('', @('list	List the containers deployed before a container', 'create	Deploy a container after another one', 'delete	Remove a dependency between two containers'))
  'container logical' = @('', @('list	List the logical databases linked to a container', 'attach	Link a logical database to a container', 'detach	Unlink a logical database from a container'))
  'container scale' = @('', @('list	List the current number of instances of each container', 'get	Show the current number of instances of a container'))
  'container storage' = @('', @('list	List the disk usage of the volumes of each container', 'get	Show the disk usage of the volumes of a container'))
  'container instance' = @('', @('list	List the running instances of a container'))
  'db' = @('', @('list	List the databases of an environment', 'get	Show the details of a database', 'create	Create a database in an environment', 'update	Update a database', 'delete	Delete a database and its data', 'status	Show the deployment status of a database', 'statuses	List the statuses of all databases of an environment', 'deploy	Deploy a database', 'stop	Stop a database', 'restart	Restart a database', 'version	Versions available for a database', 'config	Types, versions and modes a database can have', 'credentials	Master credentials of a database', 'metric	Resource usage and restarts of a database', 'history	Deployment history of a database', 'event	Events of a database', 'application	Applications linked to a database', 'backup	Backups of a database', 'logical	Logical databases on a database server'))
  'db version' = @('', @('list	List the versions available for a database'))
  'db config' = @('', @('list	List which types, versions and modes a database can have'))
  'db credentials' = @('', @('get	Show the master credentials of a database', 'update	Update the master credentials of a database'))
  'db metric' = @('', @('list	List the current resource usage of each database', 'get	Show the current resource usage of a database', 'cpu	Show the CPU usage of a database over time', 'memory	Show the memory usage of a database over time', 'storage	Show the disk usage of a database over time', 'health	Show the health check latency of a database', 'restart	List the restarts of a database and their causes'))
  'db history' = @('', @('list	List the deployments of a database, newest first'))
  'db event' = @('', @('list	List the events of a database, newest first'))
  'db application' = @('', @('list	List the applications linked to a database', 'detach	Unlink an application from a database'))
  'db backup' = @('', @('list	List the backups of a database, newest first', 'create	Create a backup of a database', 'delete	Delete a backup of a database'))
  'db logical' = @('', @('list	List the logical databases on a database server', 'get	Show the details of a logical database', 'create	Create a logical database on a database server', 'update	Update a logical database', 'delete	Delete a logical database and its data', 'credentials	Show the credentials of a logical database', 'update-credentials	Update the credentials of a logical database', 'applications	List the applications linked to a logical database', 'containers	List the containers linked to a logical database'))
  'var' = @('', @('list	List variables, inherited ones included', 'create	Create a variable of a project, environment or service', 'update	Update a variable', 'delete	Delete a variable of a project, environment or service', 'override	Override an inherited variable', 'alias	Create an alias of a variable', 'import	Import variables from a dotenv file', 'set	Create or update variables'))
  'secret' = @('', @('list	List secrets, inherited ones included', 'create	Create a secret of a project, environment or service', 'update	Update a secret', 'delete	Delete a secret of a project, environment or service', 'override	Override an inherited secret', 'alias	Create an alias of a secret', 'import	Import secrets from a dotenv file'))
  'account' = @('', @('get	Show your account', 'git	Git accounts connected to your account', 'referral	Show your referral link and who used it', 'reward	Redeem a reward code', 'sign-up	Sign-up details of your account'))
  'account git' = @('', @('provider	List your connected git accounts', 'repository	List the repositories of your git account', 'branch	List the branches of a repository of your git account'))
  'account sign-up' = @('', @('get	Show your sign-up details', 'create	Submit your sign-up details'))
  'auth' = @('', @('login	Sign in with an API token', 'status	Show whether you are signed in, and with which token', 'logout	Remove the stored token of a profile', 'token	Print the token for use by another program'))
  'context' = @('', @('list	List the profiles', 'show	Show the current settings and where each comes from', 'use	Switch to another profile', 'set	Set defaults in the current profile', 'unset	Remove defaults from the current profile'))
  'sandbox' = @('', @('run	Run the sandbox in the foreground', 'start	Start the sandbox in the background', 'stop	Stop the sandbox running in the background', 'status	Show whether the sandbox is running, and its URL', 'reset	Reset the sandbox to its initial data', 'demo	Watch a tour of the main commands in a sandbox'))
  'completion' = @('', @('install	Install completion of commands, options and names', 'uninstall	Remove what ''completion install'' put in place', 'show	Print the completion script'))
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
  'org registry create' = @('11 43 14 44 45 46 47 19 20 21 22 23 24 48 49 50 51 52 53 54 55 56 57 58 59 60 61', '25', '')
  'org registry update' = @('11 14 43 25 44 45 46 47 19 20 21 22 26 23 24 48 49 50 51 52 53 54 55 56 57 58 59 60 61', '42', '')
  'org registry delete' = @('11 27 28 23 24', '42', '')
  'org registry kinds' = @('', '', 'kind,settings,mandatory')
  'org credentials list' = @('11 62', '', 'name,id,kind,key,role,scaleway key,scaleway project')
  'org credentials get' = @('11 62', '63', 'name,id,kind,key,role,scaleway key,scaleway project,scaleway organization')
  'org credentials create' = @('11 62 64 19 20 21 22 23 24 48 49 50 51 65 52 53 66 67 68 69 70', '25', '')
  'org credentials update' = @('11 62 25 64 19 20 21 22 26 23 24 48 49 50 51 65 52 53 66 67 68 69 70', '63', '')
  'org credentials delete' = @('11 62 27 28 23 24', '63', '')
  'org billing cost' = @('11', '', 'plan,total,currency,trial days left,cents,credits,deployments,deployments left,renewal_at')
  'org billing cluster-cost' = @('11', '71', 'total,min,max,currency,cents,min cents,max cents')
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
  'org git branch' = @('11 97 95 96', '', 'name')
  'org member list' = @('11', '', 'name,email,role,last active,id,nickname,role name,created_at')
  'org member delete' = @('11 19 20 21 22 27 28 23 24', '98', '')
  'org invite list' = @('11', '', 'email,role,status,inviter,created_at,id,link,role name')
  'org invite create' = @('11 99 31 19 20 21 22 23 24', '78', 'email,role,status,link')
  'org invite delete' = @('11 27 28 23 24', '100', '')
  'org invite accept' = @('11 23 24', '100', 'email,role,inviter,id,status,created_at')
  'org transfer' = @('101 19 20 21 22 27 28 23 24', '11', '')
  'cluster list' = @('11', '', 'name,cloud,region,state,version,min nodes,max nodes,default,id,kubernetes,machine,disk GB,production,created_at')
  'cluster get' = @('11', '71', 'name,id,cloud,region,state,version,kubernetes,machine,min nodes,max nodes,disk GB,production,default,features,description,created_at,ssh keys,CPU millicores,memory MB,cost,updated_at')
  'cluster create' = @('11 102 45 103 14 104 105 106 107 108 109 110 111 19 20 21 22 23 24 112 113 114 115 116 117 118', '25', '')
  'cluster update' = @('11 102 103 14 104 105 106 107 108 109 25 110 45 111 19 20 21 22 26 119 120 121 23 24 112 113 114 115 116 117 118', '71', '')
  'cluster delete' = @('11 122 123 124 125 27 28 23 24', '71', '')
  'cluster status' = @('11', '71', 'state,deployed,cluster_id,execution,last_deployment_date,next version,reason')
  'cluster statuses' = @('11', '', 'cluster,state,deployed,id,last_execution_id')
  'cluster deploy' = @('11 126 124 125 23 24', '71', 'state,deployed,cluster_id,execution,last_deployment_date,next version,reason')
  'cluster stop' = @('11 124 125 27 28 23 24', '71', 'state,deployed,cluster_id,execution,last_deployment_date,next version,reason')
  'cluster upgrade' = @('11 124 125 23 24', '71', 'state,deployed,cluster_id,execution,last_deployment_date,next version,reason')
  'cluster ready' = @('11', '71', 'ready')
  'cluster log list' = @('11', '71', 'time,type,step,message,error,tag,hint')
  'cluster settings get' = @('11', '71', '')
  'cluster settings update' = @('11 127 128 129 130 131 132 133 134 19 20 21 22 26 23 24 135 136 137 138 139 140 141 142 143 144 145 146 147 148 149 150 151 152 153 154 155 156 157 158 159 160 161 162 163 164 165 166 167 168 169 170 171 172 173 174 175 176 177 178 179 180 181 182 183 184 185', '71', '')
  'cluster route list' = @('11', '71', 'destination,target,description')
  'cluster route update' = @('11 186 19 20 21 22 26 187 23 24', '71', 'destination,target,description')
  'cluster cloud-info get' = @('11', '71', 'cloud,region,credentials,credentials id')
  'cluster cloud-info update' = @('11 188 189 190 45 19 20 21 22 26 23 24', '71', 'cloud,region,credentials,credentials id')
  'cluster provider list' = @('', '', 'name,code,regions')
  'cluster provider regions' = @('191', '', 'name,city,country,code')
  'cluster provider features' = @('191', '', 'title,cost per month,currency,changeable,id,type,values,description')
  'cluster provider instance-types' = @('191', '', 'type,name,CPUs,memory GB')
  'project list' = @('11', '', 'name,description,created_at,id,updated_at')
  'project get' = @('11', '192', 'name,id,description,created_at,environments,updated_at')
  'project create' = @('11 14 19 20 21 22 23 24', '25', '')
  'project update' = @('14 25 11 19 20 21 22 26 23 24', '192', '')
  'project delete' = @('11 27 28 23 24', '192', '')
  'project stats' = @('11', '', 'project,environments,services,id')
  'project rule list' = @('192 11', '', 'priority,name,pattern,mode,auto stop,timezone,weekdays,id,cluster,start,stop,description')
  'project rule get' = @('192 11', '193', 'name,id,priority,pattern,mode,cluster,auto stop,timezone,start,stop,weekdays,description,auto deploy,auto delete,created_at,updated_at')
  'project rule create' = @('192 194 195 196 14 11 19 20 21 22 23 24 197 198 199 200 201 202 203', '25', '')
  'project rule update' = @('192 194 14 195 25 196 11 19 20 21 22 26 23 24 197 198 199 200 201 202 203', '193', '')
  'project rule delete' = @('192 11 27 28 23 24', '193', '')
  'project rule order' = @('192 11 19 20 21 22 23 24', '204', '')
  'env list' = @('192 11 205', '', 'name,mode,state,cluster,deployed,id,provider,region,created_at,updated_at')
  'env get' = @('192 11', '206', 'name,id,mode,cluster,cloud,region,created_at,last change by,cluster_id,project id,updated_at')
  'env create' = @('192 207 208 11 19 20 21 22 23 24', '25', '')
  'env update' = @('208 209 192 11 19 20 21 22 26 23 24', '206', '')
  'env delete' = @('123 192 11 124 125 27 28 23 24', '206', '')
  'env status' = @('192 11', '206', 'state,deployed,id,last state,seconds,by,origin')
  'env statuses' = @('192 11', '', 'name,state,deployed,id,mode,cluster')
  'env stats' = @('192 11', '', 'name,services,id,mode')
  'env deploy' = @('192 11 124 125 23 24', '206', 'state,deployed,id,last state,seconds,by,origin')
  'env stop' = @('192 11 124 125 27 28 23 24', '206', 'state,deployed,id,last state,seconds,by,origin')
  'env restart' = @('210 192 11 19 20 21 22 124 125 23 24', '206', 'state,deployed,id,last state,seconds,by,origin')
  'env cancel' = @('211 192 11 19 20 21 22 124 125 23 24', '206', 'state,deployed,id,last state,seconds,by,origin')
  'env clone' = @('212 213 214 215 216 11 19 20 21 22 23 24', '206', 'name,id,mode,cluster,project id,created_at')
  'env deploy-services' = @('217 218 219 220 221 222 192 11 19 20 21 22 124 125 23 24', '206', 'state,deployed,environment id')
  'env rule get' = @('192 11', '206', 'auto stop,auto preview,timezone,start,stop,weekdays,id,auto deploy,auto delete,on demand preview,updated_at')
  'env rule update' = @('223 197 224 225 199 226 200 201 202 203 192 11 19 20 21 22 26 23 24', '206', 'auto stop,auto preview,timezone,start,stop,weekdays,id,auto deploy,auto delete,on demand preview,updated_at')
  'env history list' = @('206 192 11 227', '', 'created_at,status,applications,containers,databases,id,commits,tags,updated_at,triggered_by,origin')
  'env log list' = @('206 192 11', '', 'time,service,state,message,kind,hint,execution_id,id')
  'app list' = @('206 228 192 11 205', '', 'name,state,deployment,branch,deployed,id,repository,commit,CPU millicores,memory MB,min,max,created_at')
  'app get' = @('206 192 11', '229', 'name,id,description,repository,branch,commit,build,dockerfile,CPU millicores,memory MB,min,max,ports,volumes,auto preview,created_at,root path,deployed tag,auto deploy,arguments,entrypoint,public ports,volume GB,environment id,updated_at')
  'app create' = @('206 230 14 231 108 192 11 19 20 21 22 23 24 232 233 234 235 236 237 238 239 240 241 242 243 244 245 246 247 248 249 250 251 252 253 254 255 256 198 257', '25', '')
  'app update' = @('230 14 231 108 258 206 192 11 19 20 21 22 26 259 120 23 24 233 234 235 236 237 238 239 232 240 241 242 243 244 245 246 247 248 249 250 251 260 252 261 262 253 254 255 256 198 257', '229', '')
  'app delete' = @('123 206 192 11 124 125 27 28 23 24', '229', '')
  'app status' = @('206 192 11', '229', 'state,deployment,deployed,id,details,message,execution_id')
  'app statuses' = @('206 192 11', '', 'name,state,deployment,deployed,id,branch,message')
  'app deploy' = @('263 264 206 192 11 124 125 23 24', '229', 'state,deployment,deployed,id,details,message,execution_id')
  'app stop' = @('206 192 11 124 125 27 28 23 24', '229', 'state,deployment,deployed,id,details,message,execution_id')
  'app restart' = @('206 192 11 124 125 23 24', '229', 'state,deployment,deployed,id,details,message,execution_id')
  'app commit list' = @('229 265 206 192 11 227', '', 'commit,message,author,created_at,tag,url')
  'app contributor list' = @('229 206 192 11', '', 'email,first name,last name,id,picture')
  'app link list' = @('229 206 192 11', '', 'url,port,default,qovery')
  'app log list' = @('229 206 192 11', '', 'time,message,pod,commit,version,id')
  'app history list' = @('229 206 192 11 227', '', 'created_at,status,commit,message,author,id,tag,updated_at')
  'app event list' = @('229 206 192 11 227', '', 'created_at,type,state,user,commit,id,last name,email,message')
  'app domain list' = @('229 206 192 11', '', 'domain,status,cname,id,certificate,cdn,created_at')
  'app domain create' = @('229 266 267 206 192 11 19 20 21 22 23 24', '268', 'domain,id,status,cname,certificate,cdn,created_at')
  'app domain update' = @('229 266 269 267 206 192 11 19 20 21 22 26 23 24', '270', 'domain,id,status,cname,certificate,cdn,created_at')
  'app domain delete' = @('229 206 192 11 27 28 23 24', '270', '')
  'app domain status' = @('229 206 192 11', '270', 'domain,id,status,cname,certificate,cdn,created_at')
  'app settings get' = @('206 192 11', '229', '')
  'app settings update' = @('206 192 11 19 20 21 22 26 23 24 271 272 273 274 275 276 277 278 279 280 281 282 283 284 285 286 287 288 289 290 291 292 293 294 295 296 297 298 299 300 301 302 303 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319 320 321 322 323 324 325 326 327 328 329 330 331 332', '229', '')
  'app settings defaults' = @('', '', '')
  'app network get' = @('206 192 11', '229', 'sticky session')
  'app network update' = @('260 206 192 11 19 20 21 22 26 23 24', '229', 'sticky session')
  'app restriction list' = @('229 206 192 11', '', 'value,mode,type,id,created_at,updated_at')
  'app restriction create' = @('229 333 334 206 192 11 19 20 21 22 23 24', '335', 'value,mode,type,id,created_at,updated_at')
  'app restriction update' = @('229 333 334 335 206 192 11 19 20 21 22 26 23 24', '336', 'value,mode,type,id,created_at,updated_at')
  'app restriction delete' = @('229 206 192 11 27 28 23 24', '336', '')
  'app tag list' = @('229 206 192 11', '', 'name,id')
  'app tag create' = @('229 206 192 11 19 20 21 22 23 24', '25', 'name,id')
  'app tag delete' = @('229 206 192 11 27 28 23 24', '337', '')
  'app dependency list' = @('229 206 192 11', '', 'name,branch,id,repository,updated_at')
  'app dependency create' = @('229 206 192 11 23 24', '338', '')
  'app dependency delete' = @('229 206 192 11 27 28 23 24', '338', '')
  'app database list' = @('229 206 192 11', '', 'name,type,version,mode,id,host,port,accessibility')
  'app database attach' = @('229 206 192 11 23 24', '339', 'name,id,type,version')
  'app database detach' = @('229 206 192 11 27 28 23 24', '339', '')
  'app logical list' = @('229 206 192 11', '', 'name,description,id,database,created_at')
  'app logical attach' = @('229 340 206 192 11 23 24', '341', 'name,id,description')
  'app logical detach' = @('229 340 206 192 11 27 28 23 24', '341', '')
  'app scale list' = @('206 192 11', '', 'application,running,min,max,status,running %,warning %,alert %,updated_at')
  'app scale get' = @('206 192 11', '229', 'running,min,max,running %,status,warning %,alert %,updated_at')
  'app storage list' = @('206 192 11', '', 'application,used GB,size GB,used %,status,volumes')
  'app storage get' = @('206 192 11', '229', 'volume,used GB,size GB,used %,status,created_at,warning %,alert %')
  'app instance list' = @('229 206 192 11', '', 'name,CPU millicores,CPU %,memory MB,memory %,created_at,CPU status,memory status,requested millicores,requested MB')
  'app language list' = @('206 192 11', '', 'name')
  'app metric cpu' = @('342 206 192 11', '229', 'time,instance,millicores,used %,requested millicores')
  'app metric memory' = @('342 206 192 11', '229', 'time,instance,used MB,used %,requested MB')
  'app metric storage' = @('342 206 192 11', '229', 'time,volume,used GB,used %,size GB,instance')
  'app metric health' = @('342 206 192 11', '229', 'time,instance,p95')
  'app metric restart' = @('342 206 192 11', '229', 'time,message')
  'container list' = @('206 228 192 11 205', '', 'name,state,deployment,image,tag,deployed,id,registry,CPU millicores,memory MB,min,max,created_at')
  'container get' = @('206 192 11', '343', 'name,id,image,tag,registry,CPU millicores,memory MB,min,max,ports,volumes,arguments,entrypoint,auto preview,created_at,description,auto deploy,public ports,volume GB,environment id,updated_at')
  'container create' = @('206 230 14 231 108 192 11 19 20 21 22 23 24 344 345 346 241 242 243 244 245 246 247 248 249 250 251 252 255 256 198 257', '25', '')
  'container update' = @('230 14 231 108 258 206 192 11 19 20 21 22 26 259 120 23 24 344 345 346 241 242 243 244 245 246 247 248 249 250 251 252 261 262 255 256 198 257', '343', '')
  'container delete' = @('123 206 192 11 124 125 27 28 23 24', '343', '')
  'container status' = @('206 192 11', '343', 'state,deployment,deployed,id,details,message,execution_id')
  'container statuses' = @('206 192 11', '', 'name,state,deployment,deployed,id,tag,message')
  'container deploy' = @('347 206 192 11 124 125 23 24', '343', 'state,deployment,deployed,id,details,message,execution_id')
  'container stop' = @('206 192 11 124 125 27 28 23 24', '343', 'state,deployment,deployed,id,details,message,execution_id')
  'container restart' = @('206 192 11 124 125 23 24', '343', 'state,deployment,deployed,id,details,message,execution_id')
  'container deploy-all' = @('217 218 219 220 221 222 192 11 19 20 21 22 124 125 23 24', '206', 'state,deployed,environment id')
  'container deploy-image' = @('11 346 19 20 21 22 23 24', '344', 'state,deployed,environment id')
  'container preview-image' = @('11 346 19 20 21 22 23 24', '344', 'state,deployed,environment id')
  'container link list' = @('343 206 192 11', '', 'url,port,default,qovery')
  'container log list' = @('343 206 192 11', '', 'time,message,pod,version,id')
  'container history list' = @('343 206 192 11', '', 'created_at,status,tag,image,id,name,arguments,entrypoint,updated_at')
  'container domain list' = @('343 206 192 11', '', 'domain,status,cname,id,certificate,cdn,created_at')
  'container domain create' = @('343 266 267 206 192 11 19 20 21 22 23 24', '268', 'domain,id,status,cname,certificate,cdn,created_at')
  'container domain update' = @('343 266 269 267 206 192 11 19 20 21 22 26 23 24', '348', 'domain,id,status,cname,certificate,cdn,created_at')
  'container domain delete' = @('343 206 192 11 27 28 23 24', '348', '')
  'container domain status' = @('343 206 192 11', '348', 'domain,id,status,cname,certificate,cdn,created_at')
  'container settings get' = @('206 192 11', '343', '')
  'container settings update' = @('206 192 11 19 20 21 22 26 23 24 276 277 278 279 280 281 282 283 284 285 286 287 288 289 290 291 292 293 294 296 297 298 299 300 303 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319 320 349 321 322 323 324 325 326 327 328 329 330 331 332', '343', '')
  'container network get' = @('206 192 11', '343', 'sticky session')
  'container network update' = @('260 206 192 11 19 20 21 22 26 23 24', '343', 'sticky session')
  'container dependency list' = @('343 206 192 11', '', 'name,image,tag,id,updated_at')
  'container dependency create' = @('343 206 192 11 23 24', '350', '')
  'container dependency delete' = @('343 206 192 11 27 28 23 24', '350', '')
  'container logical list' = @('343 206 192 11', '', 'name,description,id,database,created_at')
  'container logical attach' = @('343 340 206 192 11 23 24', '341', 'name,id,description')
  'container logical detach' = @('343 340 206 192 11 27 28 23 24', '341', '')
  'container scale list' = @('206 192 11', '', 'container,running,min,max,status,running %,warning %,alert %,updated_at')
  'container scale get' = @('206 192 11', '343', 'running,min,max,running %,status,warning %,alert %,updated_at')
  'container storage list' = @('206 192 11', '', 'container,used GB,size GB,used %,status,volumes')
  'container storage get' = @('206 192 11', '343', 'volume,used GB,size GB,used %,status,created_at,warning %,alert %')
  'container instance list' = @('343 206 192 11', '', 'name,CPU millicores,CPU %,memory MB,memory %,created_at,CPU status,memory status,requested millicores,requested MB')
  'db list' = @('206 192 11 205', '', 'name,state,type,version,mode,access,id,host,port,CPU millicores,memory MB,disk GB,deployed,created_at')
  'db get' = @('206 192 11', '340', 'name,id,type,version,mode,access,host,port,CPU millicores,memory MB,disk GB,created_at,description,machine,disk type,encrypted,environment id,updated_at')
  'db create' = @('206 351 352 353 354 230 14 231 108 192 11 19 20 21 22 23 24 355 356 357 358', '25', '')
  'db update' = @('354 230 355 351 14 359 231 358 108 356 258 357 206 192 11 19 20 21 22 26 259 120 23 24', '340', '')
  'db delete' = @('123 206 192 11 124 125 27 28 23 24', '340', '')
  'db status' = @('206 192 11', '340', 'state,deployment,deployed,id,details,message,execution_id')
  'db statuses' = @('206 192 11', '', 'name,state,deployment,deployed,id,type,message')
  'db deploy' = @('360 206 192 11 124 125 23 24', '340', 'state,deployment,deployed,id,details,message,execution_id')
  'db stop' = @('206 192 11 124 125 27 28 23 24', '340', 'state,deployment,deployed,id,details,message,execution_id')
  'db restart' = @('360 206 192 11 124 125 23 24', '340', 'state,deployment,deployed,id,details,message,execution_id')
  'db version list' = @('340 206 192 11', '', 'name')
  'db config list' = @('206 192 11', '', 'type,version,mode')
  'db credentials get' = @('206 192 11', '340', 'host,port,login')
  'db credentials update' = @('361 362 206 192 11 19 20 21 22 26 23 24', '340', 'host,port,login')
  'db metric list' = @('206 192 11', '', 'database,CPU %,memory MB,memory %,storage GB,storage %,CPU millicores,CPU status,memory status,storage status')
  'db metric get' = @('206 192 11', '340', 'CPU millicores,CPU %,CPU status,memory MB,memory %,memory status,storage GB,storage %,storage status')
  'db metric cpu' = @('342 206 192 11', '340', 'time,millicores,requested millicores,used %')
  'db metric memory' = @('342 206 192 11', '340', 'time,used MB,requested MB,used %')
  'db metric storage' = @('342 206 192 11', '340', 'time,used GB,requested GB,used %')
  'db metric health' = @('342 206 192 11', '340', 'time,instance,p95')
  'db metric restart' = @('342 206 192 11', '340', 'time,message')
  'db history list' = @('340 206 192 11 227', '', 'created_at,status,id,name,updated_at')
  'db event list' = @('340 206 192 11 227', '', 'created_at,type,state,user,id,last name,email,message')
  'db application list' = @('340 206 192 11', '', 'name,branch,id,repository,updated_at')
  'db application detach' = @('340 206 192 11 27 28 23 24', '363', '')
  'db backup list' = @('340 206 192 11 227', '', 'name,state,message,created_at,id,updated_at')
  'db backup create' = @('340 364 206 192 11 19 20 21 22 23 24', '25', '')
  'db backup delete' = @('340 206 192 11 27 28 23 24', '365', '')
  'db logical list' = @('340 206 192 11', '', 'name,description,created_at,id,updated_at')
  'db logical get' = @('340 206 192 11', '366', 'name,id,description,created_at,database id,updated_at')
  'db logical create' = @('340 14 206 192 11 19 20 21 22 23 24', '25', '')
  'db logical update' = @('14 367 340 206 192 11 19 20 21 22 26 23 24', '366', '')
  'db logical delete' = @('340 206 192 11 27 28 23 24', '366', '')
  'db logical credentials' = @('340 206 192 11', '366', 'host,port,login')
  'db logical update-credentials' = @('361 362 340 206 192 11 19 20 21 22 26 23 24', '366', 'host,port,login')
  'db logical applications' = @('340 206 192 11', '366', 'name,branch,id,repository,updated_at')
  'db logical containers' = @('340 206 192 11', '366', 'name,image,tag,id,updated_at')
  'var list' = @('229 343 206 192 11', '', 'key,value,scope,overrides,alias of,service,id,type,created_at,updated_at')
  'var create' = @('229 343 206 192 368 369 370 11 19 20 21 22 23 24', '371 372', 'key,value,scope,id,created_at,updated_at')
  'var update' = @('229 343 206 192 14 369 373 370 374 11 19 20 21 22 26 23 24', '375', 'key,value,scope,id,created_at,updated_at')
  'var delete' = @('229 343 206 192 11 27 28 23 24', '375', '')
  'var override' = @('229 343 206 192 14 369 11 19 20 21 22 23 24', '375 376', 'key,value,scope,overrides,id')
  'var alias' = @('229 343 206 192 14 369 11 19 20 21 22 23 24', '375 377', 'key,alias of,scope,id')
  'var import' = @('229 343 378 379 206 192 11 23 24', '380', 'key,value,scope')
  'var set' = @('229 343 206 192 11 23 24', '381', 'key,value,done')
  'secret list' = @('229 343 206 192 11', '', 'key,scope,overrides,alias of,service,id,type,created_at,updated_at')
  'secret create' = @('229 343 206 192 14 369 370 372 11 19 20 21 22 23 24', '371', 'key,scope,id,created_at,updated_at')
  'secret update' = @('229 343 206 192 14 369 373 374 11 19 20 21 22 26 23 24', '382', 'key,scope,id,created_at,updated_at')
  'secret delete' = @('229 343 206 192 11 27 28 23 24', '382', '')
  'secret override' = @('229 343 206 192 376 14 369 11 19 20 21 22 23 24', '382', 'key,scope,overrides,id')
  'secret alias' = @('229 343 206 192 14 369 11 19 20 21 22 23 24', '382 377', 'key,alias of,scope,id')
  'secret import' = @('229 343 378 206 192 11 23 24', '380', 'key,scope')
  'account get' = @('', '', 'first name,last name,nickname,id,created_at,email,username,picture,updated_at')
  'account git provider' = @('', '', 'name,owner,bot,id')
  'account git repository' = @('95', '', 'name,branch,private,url,id')
  'account git branch' = @('97 95', '', 'name')
  'account referral' = @('', '', 'link,invited')
  'account reward' = @('73 383 19 20 21 22 23 24', '', '')
  'account sign-up get' = @('', '', 'first name,last name,email,use,usage,company,size,role,hosting,questions,usage other,step,created_at')
  'account sign-up create' = @('78 79 80 384 385 386 387 388 389 390 391 392 393 19 20 21 22 23 24', '', '')
  'status' = @('394 192 11', '206', 'name,kind,state,version,url,age,id,deployment')
  'auth login' = @('395', '', '')
  'auth status' = @('', '', '')
  'auth logout' = @('', '', '')
  'auth token' = @('396', '', '')
  'context list' = @('', '', 'name,active,organization,project,environment,api_url,token')
  'context show' = @('', '', 'setting,value,origin')
  'context use' = @('', '397', '')
  'context set' = @('398 399 400 401 402 403 404 405 406 407 408', '', '')
  'context unset' = @('409', '410', '')
  'sandbox run' = @('411 412 413 414 415', '', '')
  'sandbox start' = @('411 412 413 414 415', '', '')
  'sandbox stop' = @('', '', '')
  'sandbox status' = @('', '', '')
  'sandbox reset' = @('', '', '')
  'sandbox demo' = @('', '', '')
  'completion install' = @('', '416', 'shell,file,done')
  'completion uninstall' = @('', '416', 'shell,file,done')
  'completion show' = @('', '416', '')
  'api' = @('417 418 419 420 421 422 423 23 24', '424', '')
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
                $sent = if ($typed.Contains('/')) { $last } elseif ($lead) { $lead } else { ' ' }
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
