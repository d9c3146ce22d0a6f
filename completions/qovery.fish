# Completion of qovery for fish. Made by `python -m qovery_cli.completion`: do not edit.
#
# Everything is answered without a process, names of resources too as long as the caches know them;
# else __qovery_ask starts the one that can ask the API. Functions read and write the locals of
# __qovery_complete by --no-scope-shadowing.

# Options: NUMBER:[*]SHOWN...;ACCEPTED...[|VALUE], a tab, and what it is for; * for those that may be
# repeated. What VALUE means is told by __qovery_value.
set -g __qovery_options \
    '1:--output -o;|#table wide json ndjson yaml csv tsv name id	How to print the result' \
    '2:--query -q;|	Pick from the result as JSON' \
    '3:--columns;|C	Columns of a table, separated by commas' \
    '4:--sort-by;|S	Sort a list by this field; -FIELD for descending' \
    '5:*--filter;|F	Keep what has this value; != and ~= work too' \
    '6:--no-headers;	Leave out the line of column names' \
    '7:--profile;|P	Use this profile' \
    '8:--debug;	Log requests to stderr, secrets masked' \
    '9:;--json	The same as -o json' \
    '10:--help -h;	Show this page' \
    '11:--version -V;	Show the version' \
    '12:--org;--organization|@organization	Organization: its name or id' \
    '13:--plan;|#FREE PROFESSIONAL BUSINESS ENTERPRISE TEAM TEAM_YEARLY ENTERPRISE_YEARLY USER_2025 TEAM_2025 BUSINESS_2025 ENTERPRISE_2025	Plan to be billed by' \
    '14:*--admin-email;|	Who is written to about the account, as e-mail addresses' \
    '15:--description;|	What it is for, in a few words' \
    '16:;--icon-url|	Icon, as a URL' \
    '17:--logo-url;|	Logo, as a URL' \
    '18:--repository;|	Main git repository, as a URL' \
    '19:--website;|	Website, as a URL' \
    '20:--file -f;|/	Read the body from a YAML or JSON file; - for stdin' \
    '21:*--set;|	Set any field: a.b[0]=text, a:=json, a=@file' \
    '22:--skeleton;	Print a body to fill in, and send nothing' \
    '23:--no-validate;	Send what was given without checking it' \
    '24:--dry-run;	Print the requests instead of sending them' \
    '25:--explain;	Print the requests as curl commands instead of sending them' \
    '26:--name;|	Name; no other one here may have it, whatever its case' \
    '27:--replace;	Send just what is given, not what is there already' \
    '28:--yes -y;	Do not ask' \
    '29:--confirm;|	Do not ask, if this is its name' \
    '30:--creator-name;|	Only those made by this person' \
    '31:--name;|	Only those of this name' \
    '32:--role-id;|	Id of a role' \
    '33:--scope;|#ADMIN	What the token may do' \
    '34:--token;|@token	API token: its name or id' \
    '35:--webhook;|@webhook	Webhook: its URL, description or id' \
    '36:*--event;|#DEPLOYMENT_STARTED DEPLOYMENT_CANCELLED DEPLOYMENT_FAILURE DEPLOYMENT_SUCCESSFUL	Event to tell about' \
    '37:--kind;|#STANDARD SLACK	Who is told: any server, or Slack' \
    '38:--enabled --no-enabled;	Whether it is in use' \
    '39:*--mode;|#DEVELOPMENT PREVIEW PRODUCTION STAGING	Only environments of this mode' \
    '40:*--project-name;|	Only projects whose name matches, * and ? allowed' \
    '41:--webhook-secret;|	Secret that is sent along' \
    '42:--url;|	Where events are sent, an http or https URL' \
    '43:--registry;|@registry	Container registry: its name or id' \
    '44:--kind;|#ECR SCALEWAY_CR DOCKER_HUB PUBLIC_ECR DOCR GITHUB_CR GITHUB_ENTERPRISE_CR GITLAB_CR GENERIC_CR GCP_ARTIFACT_REGISTRY AZURE_CR	Kind of registry' \
    '45:--access-key-id;|	Access key' \
    '46:--azure-subscription-id;|	Azure subscription, by its id' \
    '47:--azure-tenant-id;|	Azure tenant, by its id' \
    '48:--gcp-credentials-type;|#workload_identity_federation	How to sign in at Google' \
    '49:--gcp-project-id;|	Google project, by its id' \
    '50:--json-credentials;|	Google service account key, as JSON' \
    '51:--password;|	Password at the registry' \
    '52:--region;|	Region of the cloud, such as eu-west-3' \
    '53:--role-arn;|	Role to assume, as an ARN' \
    '54:--scaleway-access-key;|	Scaleway access key' \
    '55:--scaleway-project-id;|	Scaleway project, by its id' \
    '56:--scaleway-secret-key;|	Scaleway secret key' \
    '57:--secret-access-key;|	Secret key' \
    '58:--service-account-email;|	Google service account, by its e-mail' \
    '59:--token-lifetime;|	How long a Google token is good for, in seconds' \
    '60:--url;|	Address of the registry, such as https://docker.io' \
    '61:--username;|	User name at the registry' \
    '62:--workload-identity-provider;|	Google workload identity provider, as a resource name' \
    '63:--cloud;|#aws scaleway do	Which cloud they are for' \
    '64:--credentials;|@awsCredentials?--cloud=aws|scalewayCredentials?--cloud=scaleway|digitalOceanCredentials?--cloud=do	Credentials: its name or id' \
    '65:--do-token;|	DigitalOcean token' \
    '66:--scaleway-organization-id;|	Scaleway organization, by its id' \
    '67:--spaces-access-id;|	Spaces access key' \
    '68:--spaces-secret-key;|	Spaces secret key' \
    '69:--type;|#AWS_ROLE AWS_STATIC EKS_ANYWHERE_VSPHERE_ROLE EKS_ANYWHERE_VSPHERE_STATIC	Kind of credentials; keys unless a role is given' \
    '70:--vsphere-password;|	vSphere password' \
    '71:--vsphere-user;|	vSphere user' \
    '72:--cluster;|@cluster	Cluster: its name or id' \
    '73:--plan;|	Plan to change to, such as BUSINESS' \
    '74:--code;|	Code to redeem' \
    '75:--address;|	Street and number' \
    '76:--city;|	City' \
    '77:--company;|	Company' \
    '78:--country-code;|	Country, as two letters' \
    '79:--email;|	E-mail address' \
    '80:--first-name;|	First name' \
    '81:--last-name;|	Last name' \
    '82:--state;|	State, where addresses have one' \
    '83:--vat-number;|	VAT number' \
    '84:--zip;|	Postal code' \
    '85:--invoice;|@invoice	Invoice: its date or id' \
    '86:--to;|/	Where to put it; - for stdout' \
    '87:--cvv;|	Security code of the card' \
    '88:--expires;--expiry-month|	Month until which the card is good, with its year' \
    '89:--number;|	Number of the card' \
    '90:--card-token;|	Token of the card from the payment provider' \
    '91:;--expiry-year|	Year until which the card is good, if --expires does not say it' \
    '92:--card;|@creditCard	Credit card: its digits or id' \
    '93:--code;|	Code from the address that GitHub sends the browser back to' \
    '94:--installation-id;|	Id of the installation, from the same place' \
    '95:--force --no-force;	Even if applications use it' \
    '96:--provider;|#github gitlab bitbucket	Who hosts the repositories' \
    '97:--git-token;|	Read with this git token, by its id' \
    '98:--provider;|#github gitlab bitbucket	Who hosts the repository' \
    '99:--name;|	Repository, as owner/name' \
    '100:--member;|@member	Member: its e-mail, name, nickname or id' \
    '101:--role;|#ADMIN DEVELOPER OWNER VIEWER	What they may do' \
    '102:--invite;|@invite	Invitation: its e-mail or id' \
    '103:--to;|@member	The new owner: name, e-mail or id' \
    '104:--cloud;|#AWS DIGITAL_OCEAN SCALEWAY SCW GCP DO AZURE OVH CIVO HETZNER ORACLE IBM ON_PREMISE	Cloud to run in' \
    '105:--cloud-provider-credentials;|	Cloud account to use, as JSON' \
    '106:--disk-iops;|	Disk operations a second of a node' \
    '107:--disk-size;|	Disk of a node in GB' \
    '108:--disk-throughput;|	Disk throughput of a node in MB a second' \
    '109:*--feature;|	Feature to switch on, as id=ID,value=VALUE' \
    '110:--infrastructure-charts-parameters;|	Settings of what is installed on the cluster, as JSON' \
    '111:--instance-type;|	Kind of machine of a node, such as t3a.large' \
    '112:--keda --no-keda;	Scale services by events (KEDA)' \
    '113:--kubernetes;|#K3S MANAGED SELF_MANAGED PARTIALLY_MANAGED	Kind of Kubernetes' \
    '114:*--labels-group;|	Labels group, as id=ID' \
    '115:--max-nodes;|	Most nodes to run' \
    '116:--metrics-parameters;|	Settings of metrics, as JSON' \
    '117:--min-nodes;|	Fewest nodes to run' \
    '118:--production --no-production;	Treat it as a production cluster' \
    '119:*--secret-manager-access;|	Access to a secret manager, as JSON' \
    '120:*--ssh-key;|	Public SSH key that may log in to the nodes' \
    '121:*--remove-feature;|	Remove the one with this id' \
    '122:*--remove-labels-group;|	Remove the one with this id' \
    '123:*--remove-secret-manager-access;|	Remove the one with this name' \
    '124:--delete-mode;|#DEFAULT DELETE_CLUSTER_AND_QOVERY_CONFIG DELETE_QOVERY_CONFIG	DEFAULT is refused while environments exist; the others forget them, and DELETE_QOVERY_CONFIG leaves the cloud resources to you' \
    '125:--skip-reconcile --no-skip-reconcile;	Tear down without bringing it up to date first; what is gone already is no error' \
    '126:--wait -w;--watch	Return when it has ended; the exit code says how' \
    '127:--timeout;|	Stop waiting after this time (20m, 1h30m; 0 for never)' \
    '128:--plan-only --no-plan-only;	Let the cloud plan the change without making it' \
    '129:--aws-cloudwatch-eks-logs-retention-days;|	How long logs of the control plane are kept, in days' \
    '130:--aws-eks-ec2-ami;|	Image that nodes start from' \
    '131:--aws-eks-ec2-metadata-imds;|#optional required	Whether nodes must use version 2 of the metadata service' \
    '132:--aws-eks-efs-performance-mode;|#generalPurpose maxIO	Performance mode of the shared file system' \
    '133:--aws-eks-efs-throughput-mode;|#bursting elastic provisioned	Throughput mode of the shared file system' \
    '134:--aws-eks-efs-transition-to-ia;|#AFTER_1_DAY AFTER_7_DAYS AFTER_14_DAYS AFTER_30_DAYS AFTER_60_DAYS AFTER_90_DAYS	When unused files move to cheaper storage' \
    '135:--aws-eks-enable-alb-controller --no-aws-eks-enable-alb-controller;	Let AWS load balancers serve the cluster' \
    '136:--aws-eks-enable-efs-addon --no-aws-eks-enable-efs-addon;	Install the driver of the shared file system' \
    '137:--aws-iam-admin-group;|	IAM group whose members may administer the cluster' \
    '138:--aws-vpc-enable-nat-gateway-secondary-eip --no-aws-vpc-enable-nat-gateway-secondary-eip;	Give the NAT gateway a second address' \
    '139:--aws-vpc-enable-s3-flow-logs --no-aws-vpc-enable-s3-flow-logs;	Write flow logs of the network to S3' \
    '140:--aws-vpc-flow-logs-retention-days;|	How long flow logs are kept, in days' \
    '141:--cloud-provider-container-registry-tags;|	Tags of the registry at the cloud, as JSON' \
    '142:*--database-mongodb-allowed-cidrs;|	Who may reach public MongoDB databases, as a network' \
    '143:--database-mongodb-deny-any-access --no-database-mongodb-deny-any-access;	Let nobody reach MongoDB databases from outside' \
    '144:*--database-mysql-allowed-cidrs;|	Who may reach public MySQL databases, as a network' \
    '145:--database-mysql-deny-any-access --no-database-mysql-deny-any-access;	Let nobody reach MySQL databases from outside' \
    '146:*--database-postgresql-allowed-cidrs;|	Who may reach public PostgreSQL databases, as a network' \
    '147:--database-postgresql-deny-any-access --no-database-postgresql-deny-any-access;	Let nobody reach PostgreSQL databases from outside' \
    '148:*--database-redis-allowed-cidrs;|	Who may reach public Redis databases, as a network' \
    '149:--database-redis-deny-any-access --no-database-redis-deny-any-access;	Let nobody reach Redis databases from outside' \
    '150:--envoy-gateway-api-http-connection-idle-timeout-seconds;|	How long the gateway keeps an idle connection, in seconds' \
    '151:--envoy-gateway-api-http-request-timeout-seconds;|	Longest time for a request through the gateway, in seconds' \
    '152:--envoy-gateway-api-retry-http-status-codes;|	Answers after which the gateway repeats, as codes separated by commas' \
    '153:--envoy-gateway-api-retry-num-retries;|	How often the gateway repeats a failed request' \
    '154:--envoy-gateway-api-retry-per-try-timeout-seconds;|	Longest time for each attempt of the gateway, in seconds' \
    '155:--envoy-gateway-api-retry-retry-on;|	Failures after which the gateway repeats, separated by commas' \
    '156:*--k8s-api-allowed-public-access-cidrs;|	Who may reach the Kubernetes API, as a network' \
    '157:--load-balancer-size;|	Size of the load balancer (Scaleway)' \
    '158:--loki-backend-cpu-limit-m;|	Most CPU of the log store\'s backend, in millicores' \
    '159:--loki-backend-cpu-request-m;|	CPU that the log store\'s backend asks for, in millicores' \
    '160:--loki-backend-memory-limit-mib;|	Most memory of the log store\'s backend, in MiB' \
    '161:--loki-backend-memory-request-mib;|	Memory that the log store\'s backend asks for, in MiB' \
    '162:--loki-deployment-mode;|#single_binary simple_scalable	How the log store is deployed' \
    '163:--loki-log-retention-in-week;|	How long logs are kept, in weeks' \
    '164:--loki-read-cpu-limit-m;|	Most CPU of the log store\'s read path, in millicores' \
    '165:--loki-read-cpu-request-m;|	CPU that the log store\'s read path asks for, in millicores' \
    '166:--loki-read-memory-limit-mib;|	Most memory of the log store\'s read path, in MiB' \
    '167:--loki-read-memory-request-mib;|	Memory that the log store\'s read path asks for, in MiB' \
    '168:--loki-single-binary-cpu-limit-m;|	Most CPU of the log store\'s single process, in millicores' \
    '169:--loki-single-binary-cpu-request-m;|	CPU that the log store\'s single process asks for, in millicores' \
    '170:--loki-single-binary-memory-limit-mib;|	Most memory of the log store\'s single process, in MiB' \
    '171:--loki-single-binary-memory-request-mib;|	Memory that the log store\'s single process asks for, in MiB' \
    '172:--loki-write-cpu-limit-m;|	Most CPU of the log store\'s write path, in millicores' \
    '173:--loki-write-cpu-request-m;|	CPU that the log store\'s write path asks for, in millicores' \
    '174:--loki-write-memory-limit-mib;|	Most memory of the log store\'s write path, in MiB' \
    '175:--loki-write-memory-request-mib;|	Memory that the log store\'s write path asks for, in MiB' \
    '176:--nginx-hpa-cpu-utilization-percentage-threshold;|	CPU load at which more ingress controllers start, in percent' \
    '177:--nginx-hpa-max-number-instances;|	Most ingress controllers' \
    '178:--nginx-hpa-min-number-instances;|	Fewest ingress controllers' \
    '179:--nginx-memory-limit-in-mib;|	Most memory of an ingress controller, in MiB' \
    '180:--nginx-memory-request-in-mib;|	Memory that an ingress controller asks for, in MiB' \
    '181:--nginx-vcpu-limit-in-milli-cpu;|	Most CPU of an ingress controller, in millicores' \
    '182:--nginx-vcpu-request-in-milli-cpu;|	CPU that an ingress controller asks for, in millicores' \
    '183:--pleco-resources-ttl;|	When left-over resources are removed, in seconds; -1 for never' \
    '184:--qovery-static-ip-mode --no-qovery-static-ip-mode;	Keep the addresses of the cluster the same' \
    '185:--registry-image-retention-time;|	How long images are kept, in seconds' \
    '186:--registry-mirroring-mode;|#Cluster Service	Which images are copied to the cluster\'s registry' \
    '187:--storageclass-fast-ssd;|	Storage class of volumes' \
    '188:*--route;|	Route, as destination=CIDR,target=TARGET,description=TEXT' \
    '189:*--remove-route;|	Remove the one with this destination' \
    '190:--cloud;|#AWS DIGITAL_OCEAN SCALEWAY SCW GCP ON_PREMISE AZURE	Cloud to run in' \
    '191:--credentials-id;|	Credentials of the cloud account, by their id' \
    '192:--credentials-name;|	Name of the credentials' \
    '193:--cloud;|#aws scaleway do	Which cloud' \
    '194:--cluster;|@cluster	Cluster: its name, id' \
    '195:--project;|@project	Project: its name or id' \
    '196:--rule;|@projectRule	Deployment rule: its name or id' \
    '197:--cluster;|@cluster	Cluster to run on: its name or id' \
    '198:--mode;|#DEVELOPMENT PREVIEW PRODUCTION STAGING	Mode of the environments that it is for' \
    '199:--pattern;|	Which names of environments it is for, * and ? allowed' \
    '200:--auto-delete --no-auto-delete;	Delete the environment when it is no longer needed' \
    '201:--auto-deploy --no-auto-deploy;	Deploy when a new commit or tag arrives' \
    '202:--auto-stop --no-auto-stop;	Stop outside of the times and start again within them' \
    '203:--start-time;|	When to start; only the time of day counts' \
    '204:--stop-time;|	When to stop; only the time of day counts' \
    '205:--timezone;|	Time zone of the start and stop times' \
    '206:*--weekday;|#MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY	Days on which the times apply' \
    '207:*--rule;|@projectRule	Rules in their new order' \
    '208:--all;	List those of every parent in the scope that is given' \
    '209:--env;--environment|@environment	Environment: its name or id' \
    '210:--cluster;|@cluster	Cluster to run on: its name or id; cannot be changed later' \
    '211:--mode;|#DEVELOPMENT PRODUCTION STAGING	What it is used for; decides who may change it, and what asks before it does' \
    '212:--name;|	New name, unique in the project whatever its case' \
    '213:--restart-db --no-restart-db;	Restart databases too' \
    '214:--force --no-force;	Also stop what cannot be interrupted gently, such as lifecycle jobs' \
    '215:--name;|	Name of the copy' \
    '216:--apply-deployment-rule --no-apply-deployment-rule;	Let the project\'s deployment rules decide about the copy' \
    '217:--cluster;|@cluster	Cluster for the copy: its name or id; that of the original if not given' \
    '218:--mode;|#DEVELOPMENT PREVIEW PRODUCTION STAGING	What the copy is used for; that of the original if not given' \
    '219:--to-project;|@project	Project for the copy: its name or id; that of the original if not given' \
    '220:*--deploy-app;|	Application and commit, as application_id=NAME,git_commit_id=SHA' \
    '221:*--deploy-container;|	Container and tag, as id=NAME,image_tag=TAG' \
    '222:*--deploy-db;|@database	Database: its name or id' \
    '223:*--deploy-helm;|	Helm service and version, as id=ID,chart_version=VERSION' \
    '224:*--deploy-job;|	Job and version, as id=ID,image_tag=TAG or id=ID,git_commit_id=SHA' \
    '225:*--deploy-terraform;|	Terraform service and commit, as id=ID,git_commit_id=SHA' \
    '226:--rule;|	Deployment rule: its id' \
    '227:--auto-deploy --no-auto-deploy;	Deploy when a new version arrives' \
    '228:--auto-preview --no-auto-preview;	Create a preview environment for each pull request' \
    '229:--on-demand-preview --no-on-demand-preview;	Create previews only when someone asks for one' \
    '230:--limit;|	How many at most' \
    '231:--to-update --no-to-update;	Only those for which a newer version or changed settings wait' \
    '232:--app;--application|@application	Application: its name or id' \
    '233:--repository;|	Git repository, as its https URL' \
    '234:*--annotations-group;|	Annotations group, as id=ID' \
    '235:*--argument;|	Argument of the process; once per argument, in their order' \
    '236:--auto-preview --no-auto-preview;	Take part in preview environments' \
    '237:--autoscaling;|	Scaling by events (KEDA), as JSON' \
    '238:--branch;|	Branch to deploy; main or master if not given' \
    '239:--build-mode;|#BUILDPACKS DOCKER	How to build the image; DOCKER wants --dockerfile-path' \
    '240:--build-stage;|	Stage of the Dockerfile to build; the last one if not given' \
    '241:--buildpack-language;|#CLOJURE GO GRADLE GRAILS JAVA JVM NODE_JS PHP PLAY PYTHON SCALA	Language for buildpacks; detected if not given' \
    '242:--cpu;|	CPU of an instance in millicores; 1000 is one core' \
    '243:--cpu-architecture;|#AMD64 ARM64	Processors to run on; the cluster\'s usual ones if not given' \
    '244:--dockerfile-path;|	Dockerfile, relative to the root path' \
    '245:--entrypoint;|	Program to start instead of the image\'s own' \
    '246:--ephemeral-storage;|	Disk of an instance that is lost with it, in GiB' \
    '247:--git-provider;|#BITBUCKET GITHUB GITLAB	Who hosts the repository, if its URL does not tell' \
    '248:--git-token;|	Git token to read the repository with, by its id' \
    '249:--gpu;|	GPUs of an instance' \
    '250:--healthcheck-protocol;|#TCP HTTP None	How to check that it is alive' \
    '251:--healthcheck-value;|	What to check: a port for TCP, a path for HTTP' \
    '252:;--icon-uri|	Icon shown in the console, as a URI' \
    '253:--liveness-probe;|	When an instance is to be restarted, as JSON' \
    '254:--max-instances;|	Most instances to run; -1 for no limit' \
    '255:--memory;|	Memory of an instance in MB' \
    '256:--min-instances;|	Fewest instances to run' \
    '257:*--port;|	Port that it listens on, then :port for the internet and /protocol; then public, private, default, name=NAME' \
    '258:--readiness-probe;|	When an instance may get traffic, as JSON' \
    '259:--root-path;|	Directory of the repository to build in' \
    '260:*--storage;|	Volume of at least 4 GB, and the directory where it is mounted' \
    '261:--name;|	New name, unique in the environment whatever its case' \
    '262:--sticky-session --no-sticky-session;	Keep a visitor on the same instance' \
    '263:*--remove-port;|	Remove the one with this internal port' \
    '264:*--remove-storage;|	Remove the one with this mount point' \
    '265:*--remove-annotations-group;|	Remove the one with this id' \
    '266:--commit;|	Commit; the newest of the branch if left out' \
    '267:--current;	The commit that is deployed already' \
    '268:--commit;|	Only this commit, by its full SHA' \
    '269:--domain;|@applicationDomain	Custom domain: its domain or id' \
    '270:--generate-certificate --no-generate-certificate;	Issue a TLS certificate for the domain' \
    '271:--use-cdn --no-use-cdn;	Say that a CDN stands in front, so that DNS is not checked' \
    '272:--domain;|	Domain name, such as api.acme.test' \
    '273:--new-domain;|	Domain name to have instead' \
    '274:--build-cpu-max-in-milli;|	CPU for a build, in millicores' \
    '275:--build-disable-buildkit-cache --no-build-disable-buildkit-cache;	Build without the cache of earlier builds' \
    '276:--build-ram-max-in-gib;|	Memory for a build, in GiB' \
    '277:--build-skip-git-submodules --no-build-skip-git-submodules;	Leave out git submodules' \
    '278:--build-timeout-max-sec;|	Longest time for a build, in seconds' \
    '279:--deployment-affinity-node-required;|	Labels that a node must have to run it, as JSON' \
    '280:--deployment-antiaffinity-pod;|#Preferred Requirred	Keep instances on different nodes: if possible (Preferred) or always (Requirred)' \
    '281:--deployment-custom-domain-check-enabled --no-deployment-custom-domain-check-enabled;	Check that custom domains point here before a deployment' \
    '282:--deployment-delay-start-time-sec;|	Wait before the first check of a new instance, in seconds' \
    '283:--deployment-termination-grace-period-seconds;|	Time that an instance gets to end by itself, in seconds' \
    '284:--deployment-topology-spread-zone;|#Disabled ScheduleAnyway DoNotSchedule	Spread instances over availability zones: not at all, if possible, or strictly' \
    '285:--deployment-update-strategy-rolling-update-max-surge-percent;|	Instances that may run on top while a new version rolls out, in percent' \
    '286:--deployment-update-strategy-rolling-update-max-unavailable-percent;|	Instances that may be missing while a new version rolls out, in percent' \
    '287:--deployment-update-strategy-type;|#RollingUpdate Recreate	Replace instances step by step, or stop all of them first' \
    '288:--hpa-cpu-average-utilization-percent;|	Average CPU use from which more instances are started, in percent' \
    '289:--hpa-memory-average-utilization-percent;|	Average memory use from which more instances are started, in percent' \
    '290:--liveness-probe-failure-threshold;|	Probes in a row that must fail to count' \
    '291:--liveness-probe-http-get-path;|	Path that an HTTP probe asks for' \
    '292:--liveness-probe-initial-delay-seconds;|	Wait before the first probe, in seconds' \
    '293:--liveness-probe-period-seconds;|	Time between two probes, in seconds' \
    '294:--liveness-probe-success-threshold;|	Probes in a row that must succeed after a failure' \
    '295:--liveness-probe-timeout-seconds;|	Longest time for a probe to answer, in seconds' \
    '296:--liveness-probe-type;|#NONE TCP HTTP	How to check that an instance is alive' \
    '297:--network-gateway-api-http-connection-idle-timeout-seconds;|	How long the gateway keeps an idle connection, in seconds' \
    '298:--network-gateway-api-http-request-timeout-seconds;|	Longest time for a request through the gateway, in seconds' \
    '299:--network-gateway-api-retry-http-status-codes;|	Answers after which the gateway repeats, as codes separated by commas' \
    '300:--network-gateway-api-retry-num-retries;|	How often the gateway repeats a failed request' \
    '301:--network-gateway-api-retry-per-try-timeout-seconds;|	Longest time for each attempt of the gateway, in seconds' \
    '302:--network-gateway-api-retry-retry-on;|	Failures after which the gateway repeats, separated by commas' \
    '303:--network-ingress-basic-auth-env-var;|	Variable that holds login:hash pairs for basic authentication' \
    '304:--network-ingress-cors-allow-headers;|	Headers that CORS lets through, separated by commas' \
    '305:--network-ingress-cors-allow-methods;|	Methods that CORS lets through, separated by commas' \
    '306:--network-ingress-cors-allow-origin;|	Origins that CORS lets in, separated by commas' \
    '307:--network-ingress-denylist-source-range;|	Networks that may not connect, as CIDRs separated by commas' \
    '308:--network-ingress-enable-cors --no-network-ingress-enable-cors;	Answer cross-origin requests (CORS)' \
    '309:--network-ingress-enable-sticky-session --no-network-ingress-enable-sticky-session;	Keep a visitor on the same instance' \
    '310:--network-ingress-extra-headers;|	Headers to add to every answer, as JSON text' \
    '311:--network-ingress-force-ssl-redirect --no-network-ingress-force-ssl-redirect;	Redirect http to https, with a certificate or without' \
    '312:--network-ingress-grpc-read-timeout-seconds;|	Longest pause while a gRPC service answers, in seconds' \
    '313:--network-ingress-grpc-send-timeout-seconds;|	Longest pause while sending a gRPC request, in seconds' \
    '314:--network-ingress-keepalive-time-seconds;|	How long a kept connection may serve requests, in seconds' \
    '315:--network-ingress-keepalive-timeout-seconds;|	How long an idle connection is kept, in seconds' \
    '316:--network-ingress-proxy-body-size-mb;|	Largest request body, in MB' \
    '317:--network-ingress-proxy-buffer-size-kb;|	Buffer for the headers of an answer, in KB' \
    '318:--network-ingress-proxy-buffering;|	Collect the service\'s answer before passing it on: on or off' \
    '319:--network-ingress-proxy-connect-timeout-seconds;|	Longest time to connect to the service, in seconds' \
    '320:--network-ingress-proxy-read-timeout-seconds;|	Longest pause while the service answers, in seconds' \
    '321:--network-ingress-proxy-send-timeout-seconds;|	Longest pause while sending a request to the service, in seconds' \
    '322:--network-ingress-send-timeout-seconds;|	Longest pause while answering the client, in seconds' \
    '323:--network-ingress-whitelist-source-range;|	Networks that may connect, as CIDRs separated by commas' \
    '324:*--post-start-command;|	Command run in an instance after its start; once per word' \
    '325:*--pre-stop-command;|	Command run in an instance before its stop; once per word' \
    '326:--readiness-probe-failure-threshold;|	Probes in a row that must fail to count' \
    '327:--readiness-probe-http-get-path;|	Path that an HTTP probe asks for' \
    '328:--readiness-probe-initial-delay-seconds;|	Wait before the first probe, in seconds' \
    '329:--readiness-probe-period-seconds;|	Time between two probes, in seconds' \
    '330:--readiness-probe-success-threshold;|	Probes in a row that must succeed after a failure' \
    '331:--readiness-probe-timeout-seconds;|	Longest time for a probe to answer, in seconds' \
    '332:--readiness-probe-type;|#NONE TCP HTTP	How to check that an instance may get traffic' \
    '333:--security-automount-service-account-token --no-security-automount-service-account-token;	Let instances talk to the Kubernetes API' \
    '334:--security-read-only-root-filesystem --no-security-read-only-root-filesystem;	Forbid writing to the root file system' \
    '335:--security-service-account-name;|	Kubernetes service account to run as' \
    '336:--mode;|#EXCLUDE MATCH	MATCH: only commits that touch it deploy; EXCLUDE: those do not' \
    '337:;--type|#PATH	What is compared; there is only PATH' \
    '338:--value;|	Path in the repository, without a leading slash' \
    '339:--restriction;|@restriction	Deployment restriction: its value, type:value, mode:type:value or id' \
    '340:--tag;|@tag	Tag: its name or id' \
    '341:--target;|@application	Application: its name or id' \
    '342:--target;|@database	Database: its name or id' \
    '343:--db;--database|@database	Database: its name or id' \
    '344:--target;|@logicalDatabase	Logical database: its name or id' \
    '345:--last-seconds;|	How far to look back, in seconds' \
    '346:--container;|@container	Container: its name or id' \
    '347:--image;|	Image, as its registry names it' \
    '348:--registry;|@registry	Container registry of the image: its name or id' \
    '349:--tag;|	Tag of the image' \
    '350:--tag;|	Image tag; the configured one if left out' \
    '351:--domain;|@containerDomain	Custom domain: its domain or id' \
    '352:--network-ingress-proxy-request-buffering;|	Collect the client\'s request before passing it on: on or off' \
    '353:--target;|@container	Container: its name or id' \
    '354:--db-version;|	Version of the database software' \
    '355:--mode;|#CONTAINER MANAGED	CONTAINER runs on the cluster, MANAGED at the cloud provider; cannot be changed later' \
    '356:--type;|#MONGODB MYSQL POSTGRESQL REDIS	Database software; cannot be changed later' \
    '357:--accessibility;|#PRIVATE PUBLIC	Reachable from the internet (PUBLIC) or the cluster only (PRIVATE)' \
    '358:--cpu;|	CPU in millicores; a managed database follows --instance-type' \
    '359:--instance-type;|	Machine of a managed database, as the cloud provider names it' \
    '360:--memory;|	Memory in MB; a managed database follows --instance-type' \
    '361:--storage;|	Disk in GB' \
    '362:--disk-type;|#gp2 gp3	Kind of disk of a managed database on AWS' \
    '363:--apply-immediately --no-apply-immediately;	Do not wait for the maintenance window' \
    '364:--login;|	User name to connect with' \
    '365:--password;|	Password to connect with' \
    '366:--message;|	Note to remember it by' \
    '367:--backup;|@backup	Backup: its name or id' \
    '368:--logical-database;|@logicalDatabase	Logical database: its name or id' \
    '369:--name;|	New name, unique on the database whatever its case' \
    '370:--description;|	What it is for, at most 255 characters' \
    '371:--interpolate --no-interpolate;	Fill {{OTHER_KEY}} into the content of a file variable' \
    '372:--mount-path;|	Make it a file at this path; the variable then holds the path' \
    '373:--key;|	Name: letters, digits and underscores' \
    '374:--value;|	Value' \
    '375:--key;|	New name' \
    '376:--value;|	New value' \
    '377:--var;|@applicationVariable|containerVariable|environmentVariable|projectVariable	Variable: its key or id' \
    '378:--value;|	Value in this scope' \
    '379:--alias;|	The second name' \
    '380:--overwrite;	Replace the values of existing keys' \
    '381:--secret;	Import all of them as secrets' \
    '382:;|/	A dotenv file; - for stdin' \
    '383:*;|	Key and value, as many as you like' \
    '384:--secret;|@applicationSecret|containerSecret|environmentSecret|projectSecret	Secret: its key or id' \
    '385:--type;|#INVITATION	Kind of reward' \
    '386:--type-of-use;|#PERSONAL SCHOOL WORK	Kind of use' \
    '387:--usage;|	What Qovery is to be used for' \
    '388:--company-name;|	Company' \
    '389:--company-size;|#1-10 11-50 51-200 201-500 500+	How many work there' \
    '390:;--current-step|	Step that was reached' \
    '391:;--dx-auth --no-dx-auth	Whether another sign-in was used' \
    '392:--hosting;|	Where the infrastructure is' \
    '393:--questions;|	Questions' \
    '394:--role;|	Role at work' \
    '395:--usage-other;|	What else it is to be used for' \
    '396:--env;--environment|@environment	Environment: its name, id' \
    '397:--insecure-storage;	Keep the token in a file of mode 0600' \
    '398:--header;	Print it as an Authorization header has it' \
    '399:;|P	Name of a profile' \
    '400:--api-level;|#1.0.3 1.0.4	Which API version it speaks' \
    '401:--api-url;|	Where the API is' \
    '402:--app;--application|@application	Application to keep' \
    '403:--cluster;|@cluster	Cluster to keep' \
    '404:--container;|@container	Container to keep' \
    '405:--db;--database|@database	Database to keep' \
    '406:--env;--environment|@environment	Environment to keep' \
    '407:--format;|#table wide json yaml	How results are printed unless -o says it' \
    '408:--no-check;	Keep names without looking them up' \
    '409:--org;--organization|@organization	Organization to keep' \
    '410:--project;|@project	Project to keep' \
    '411:--everything;	Forget all of it but the token' \
    '412:*;|	What to forget' \
    '413:--api;|#1.0.3 1.0.4	API version to speak' \
    '414:--port;|	Port; 0 takes a free one' \
    '415:--seed;|#demo empty big	What is there at first' \
    '416:--speed;|	How much faster than real deployments' \
    '417:--state;|/	Keep everything in this file' \
    '418:;|#bash zsh fish powershell	Your own one if left out' \
    '419:*--field -f;|	A text field of the body' \
    '420:*--header -H;|	A further header' \
    '421:--include -i;	Print status and headers first' \
    '422:--input;|/	The body; - for stdin' \
    '423:--method -X;|#GET POST PUT PATCH DELETE	HTTP method' \
    '424:--paginate;	Follow the pages of a list' \
    '425:*--typed-field -F;|	A field as JSON has it, or @FILE' \
    '426:;|	Path, or URL of the same host'

# The tree, the root first. A group is PLACE:OTHER_NAME..., its children stand in "kids" from "first"
# to "final"; a command is |OPTIONS|ARGUMENTS|COLUMNS with commas.
set -g __qovery_nodes \
    '2:organization 23:environment 27:application 59:database 69:variable' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '169:service-count' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '197:get' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '250:get' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '' \
    '|||name,plan,description,id,owner,website_url,created_at' \
    '||12|name,id,plan,description,website,owner,admin emails,created_at,repository,logo,updated_at' \
    '|13 14 15 16 17 18 19 20 21 22 23 24 25|26|' \
    '|14 15 16 17 26 18 19 20 21 22 23 27 24 25|12|' \
    '|28 29 24 25|12|' \
    '|12 30 31||name,description,role,scope,created_at,id,role_id,updated_at' \
    '|12 15 32 33 20 21 22 23 24 25|26|name,token,scope,role,id' \
    '|12 28 29 24 25|34|' \
    '|12||url,kind,enabled,events,projects,modes,id,description,secret set,created_at' \
    '|12|35|url,id,kind,enabled,events,projects,modes,description,secret set,created_at,updated_at' \
    '|12 36 37 15 38 39 40 41 20 21 22 23 24 25|42|url,id,kind,enabled,events,projects,modes,description,secret set,created_at,updated_at' \
    '|12 15 38 36 37 39 40 42 41 20 21 22 23 27 24 25|35|url,id,kind,enabled,events,projects,modes,description,secret set,created_at,updated_at' \
    '|12 28 29 24 25|35|' \
    '|12||name,kind,url,description,id,services,created_at' \
    '|12|43|name,id,kind,url,description,region,services,created_at,config,updated_at' \
    '|12 44 45 46 47 15 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 20 21 22 23 24 25|26|' \
    '|12 45 46 47 15 48 49 50 44 26 51 52 53 54 55 56 57 58 59 60 61 62 20 21 22 23 27 24 25|43|' \
    '|12 28 29 24 25|43|' \
    '|||kind,wants,mandatory' \
    '|12 63||name,id,kind,key,role,scaleway key,scaleway project' \
    '|12 63|64|name,id,kind,key,role,scaleway key,scaleway project,scaleway organization' \
    '|12 63 45 65 53 54 66 55 56 57 67 68 69 70 71 20 21 22 23 24 25|26|' \
    '|12 63 45 65 26 53 54 66 55 56 57 67 68 69 70 71 20 21 22 23 27 24 25|64|' \
    '|12 63 28 29 24 25|64|' \
    '|12||plan,total,currency,trial days left,cents,credits,deployments,deployments left,renewal_at' \
    '|12|72|total,least,most,currency,cents,least cents,most cents' \
    '|12||valid,message' \
    '|12 20 21 22 23 24 25|73|name,plan' \
    '|12 20 21 22 23 24 25|74|' \
    '|12||first name,last name,company,address,zip,city,state,country,email,VAT number' \
    '|12 75 76 77 78 79 80 81 82 83 84 20 21 22 23 27 24 25||first name,last name,company,address,zip,city,state,country,email,VAT number' \
    '|12||date,status,total,currency,id,cents' \
    '|12|85|date,id,status,total,currency,cents' \
    '|12 86|85|' \
    '|12 24 25||' \
    '|12||last digits,month,year,expired,id,brand,created_at' \
    '|12 87 88 89 90 91 20 21 22 23 24 25||last digits,month,year,id' \
    '|12 28 29 24 25|92|' \
    '|12 93 94 20 21 22 23 24 25||' \
    '|95 28 29 24 25|12|' \
    '|12||name,owner,bot,id' \
    '|12 96 97||name,branch,private,url,id' \
    '|12 98 97 99||name' \
    '|12||name,email,role,last active,id,nickname,role name,created_at' \
    '|12 20 21 22 23 28 29 24 25|100|' \
    '|12||email,role,status,inviter,created_at,id,link,role name' \
    '|12 101 32 20 21 22 23 24 25|79|email,role,status,link' \
    '|12 28 29 24 25|102|' \
    '|12 24 25|102|email,role,inviter,id,status,created_at' \
    '|103 20 21 22 23 28 29 24 25|12|' \
    '|12||name,cloud,region,state,version,min nodes,max nodes,default,id,kubernetes,machine,disk GB,production,created_at' \
    '|12 104 52 105 15 106 107 108 109 110 111 112 113 114 115 116 117 118 119 120 20 21 22 23 24 25|26|' \
    '|12 104 105 15 106 107 108 109 110 111 112 113 114 115 116 117 26 118 52 119 120 20 21 22 23 27 121 122 123 24 25|72|' \
    '|12 124 125 126 127 28 29 24 25|72|' \
    '|12|72|state,deployed,cluster_id,execution,last_deployment_date,next version,reason' \
    '|12||cluster,state,deployed,id,last_execution_id' \
    '|12 128 126 127 24 25|72|state,deployed,cluster_id,execution,last_deployment_date,next version,reason' \
    '|12 126 127 28 29 24 25|72|state,deployed,cluster_id,execution,last_deployment_date,next version,reason' \
    '|12 126 127 24 25|72|state,deployed,cluster_id,execution,last_deployment_date,next version,reason' \
    '|12|72|ready' \
    '|12|72|time,type,step,message,error,tag,hint' \
    '|12|72|' \
    '|12 129 130 131 132 133 134 135 136 137 138 139 140 141 142 143 144 145 146 147 148 149 150 151 152 153 154 155 156 157 158 159 160 161 162 163 164 165 166 167 168 169 170 171 172 173 174 175 176 177 178 179 180 181 182 183 184 185 186 187 20 21 22 23 27 24 25|72|' \
    '|12|72|destination,target,description' \
    '|12 188 20 21 22 23 27 189 24 25|72|destination,target,description' \
    '|12|72|cloud,region,credentials,credentials id' \
    '|12 190 191 192 52 20 21 22 23 27 24 25|72|cloud,region,credentials,credentials id' \
    '|||name,code,regions' \
    '|193||name,city,country,code' \
    '|193||title,a month,currency,changeable,id,type,values,description' \
    '|193||type,name,cpu,memory GB' \
    '|12|194|name,id,cloud,region,state,version,kubernetes,machine,min nodes,max nodes,disk GB,production,default,features,description,created_at,ssh keys,CPU millicores,memory MB,cost,updated_at' \
    '|12||name,description,created_at,id,updated_at' \
    '|12|195|name,id,description,created_at,environments,updated_at' \
    '|12 15 20 21 22 23 24 25|26|' \
    '|15 26 12 20 21 22 23 27 24 25|195|' \
    '|12 28 29 24 25|195|' \
    '|12||project,environments,services,id' \
    '|195 12||priority,name,pattern,mode,auto stop,timezone,weekdays,id,cluster,start,stop,description' \
    '|195 12|196|name,id,priority,pattern,mode,cluster,auto stop,timezone,start,stop,weekdays,description,auto deploy,auto delete,created_at,updated_at' \
    '|195 197 198 199 200 201 202 15 203 204 205 206 12 20 21 22 23 24 25|26|' \
    '|195 200 201 202 197 15 198 26 199 203 204 205 206 12 20 21 22 23 27 24 25|196|' \
    '|195 12 28 29 24 25|196|' \
    '|195 12 20 21 22 23 24 25|207|' \
    '|195 12 208||name,mode,state,cluster,deployed,id,provider,region,created_at,updated_at' \
    '|195 12|209|name,id,mode,cluster,cloud,region,created_at,last change by,cluster_id,project id,updated_at' \
    '|195 210 211 12 20 21 22 23 24 25|26|' \
    '|211 212 195 12 20 21 22 23 27 24 25|209|' \
    '|125 195 12 126 127 28 29 24 25|209|' \
    '|195 12|209|state,deployed,id,last state,seconds,by,origin' \
    '|195 12||name,state,deployed,id,mode,cluster' \
    '|195 12||name,services,id,mode' \
    '|195 12 126 127 24 25|209|state,deployed,id,last state,seconds,by,origin' \
    '|195 12 126 127 28 29 24 25|209|state,deployed,id,last state,seconds,by,origin' \
    '|213 195 12 20 21 22 23 126 127 24 25|209|state,deployed,id,last state,seconds,by,origin' \
    '|214 195 12 20 21 22 23 126 127 24 25|209|state,deployed,id,last state,seconds,by,origin' \
    '|215 216 217 218 219 12 20 21 22 23 24 25|209|name,id,mode,cluster,project id,created_at' \
    '|220 221 222 223 224 225 195 12 20 21 22 23 126 127 24 25|209|state,deployed,environment id' \
    '|195 12|209|auto stop,auto preview,timezone,start,stop,weekdays,id,auto deploy,auto delete,on demand preview,updated_at' \
    '|226 200 227 228 202 229 203 204 205 206 195 12 20 21 22 23 27 24 25|209|auto stop,auto preview,timezone,start,stop,weekdays,id,auto deploy,auto delete,on demand preview,updated_at' \
    '|209 195 12 230||created_at,status,applications,containers,databases,id,commits,tags,updated_at,triggered_by,origin' \
    '|209 195 12||time,service,state,message,kind,hint,execution_id,id' \
    '|209 231 195 12 208||name,state,deployment,branch,deployed,id,repository,commit,cpu,memory,min,max,created_at' \
    '|209 195 12|232|name,id,description,repository,branch,commit,build,dockerfile,CPU millicores,memory MB,min,max,ports,volumes,auto preview,created_at,root path,deployed tag,auto deploy,arguments,entrypoint,public ports,volume GB,environment id,updated_at' \
    '|209 233 234 235 201 236 237 238 239 240 241 242 243 15 244 245 246 247 248 249 250 251 252 114 253 254 255 256 257 258 259 260 195 12 20 21 22 23 24 25|26|' \
    '|234 235 201 236 237 238 239 240 241 242 243 15 244 245 246 247 248 249 250 251 252 114 253 254 255 256 261 257 258 233 259 262 260 209 195 12 20 21 22 23 27 263 264 265 122 24 25|232|' \
    '|125 209 195 12 126 127 28 29 24 25|232|' \
    '|209 195 12|232|state,deployment,deployed,id,details,message,execution_id' \
    '|209 195 12||name,state,deployment,deployed,id,branch,message' \
    '|266 267 209 195 12 126 127 24 25|232|state,deployment,deployed,id,details,message,execution_id' \
    '|209 195 12 126 127 28 29 24 25|232|state,deployment,deployed,id,details,message,execution_id' \
    '|209 195 12 126 127 24 25|232|state,deployment,deployed,id,details,message,execution_id' \
    '|232 268 209 195 12 230||commit,message,author,created_at,tag,url' \
    '|232 209 195 12||email,first name,last name,id,picture' \
    '|232 209 195 12||url,port,default,qovery' \
    '|232 209 195 12||time,message,pod,commit,version,id' \
    '|232 209 195 12 230||created_at,status,commit,message,author,id,tag,updated_at' \
    '|232 209 195 12 230||created_at,type,state,user,commit,id,last name,email,message' \
    '|232 209 195 12||domain,status,cname,id,certificate,cdn,created_at' \
    '|232 209 195 12|269|domain,id,status,cname,certificate,cdn,created_at' \
    '|232 270 271 209 195 12 20 21 22 23 24 25|272|domain,id,status,cname,certificate,cdn,created_at' \
    '|232 270 273 271 209 195 12 20 21 22 23 27 24 25|269|domain,id,status,cname,certificate,cdn,created_at' \
    '|232 209 195 12 28 29 24 25|269|' \
    '|209 195 12|232|' \
    '|274 275 276 277 278 279 280 281 282 283 284 285 286 287 288 289 290 291 292 293 294 295 296 297 298 299 300 301 302 303 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319 320 321 322 323 324 325 326 327 328 329 330 331 332 333 334 335 209 195 12 20 21 22 23 27 24 25|232|' \
    '|||' \
    '|209 195 12|232|sticky session' \
    '|262 209 195 12 20 21 22 23 27 24 25|232|sticky session' \
    '|232 209 195 12||value,mode,type,id,created_at,updated_at' \
    '|232 336 337 209 195 12 20 21 22 23 24 25|338|value,mode,type,id,created_at,updated_at' \
    '|232 336 337 338 209 195 12 20 21 22 23 27 24 25|339|value,mode,type,id,created_at,updated_at' \
    '|232 209 195 12 28 29 24 25|339|' \
    '|232 209 195 12||name,id' \
    '|232 209 195 12 20 21 22 23 24 25|26|name,id' \
    '|232 209 195 12 28 29 24 25|340|' \
    '|232 209 195 12||name,branch,id,repository,updated_at' \
    '|232 209 195 12 24 25|341|' \
    '|232 209 195 12 28 29 24 25|341|' \
    '|232 209 195 12||name,type,version,mode,id,host,port,accessibility' \
    '|232 209 195 12 24 25|342|name,id,type,version' \
    '|232 209 195 12 28 29 24 25|342|' \
    '|232 209 195 12||name,description,id,database,created_at' \
    '|232 343 209 195 12 24 25|344|name,id,description' \
    '|232 343 209 195 12 28 29 24 25|344|' \
    '|209 195 12||application,running,min,max,status,running %,warning %,alert %,updated_at' \
    '|209 195 12|232|running,min,max,running %,status,warning %,alert %,updated_at' \
    '|209 195 12||application,used GB,size GB,used %,status,volumes' \
    '|209 195 12|232|volume,used GB,size GB,used %,status,created_at,warning %,alert %' \
    '|232 209 195 12||name,cpu,cpu %,memory MB,memory %,created_at,cpu status,memory status,requested cpu,requested MB' \
    '|209 195 12||name' \
    '|345 209 195 12|232|time,instance,millicores,used %,requested' \
    '|345 209 195 12|232|time,instance,used MB,used %,requested MB' \
    '|345 209 195 12|232|time,volume,used GB,used %,size GB,instance' \
    '|345 209 195 12|232|time,instance,p95' \
    '|345 209 195 12|232|time,message' \
    '|209 231 195 12 208||name,state,deployment,image,tag,deployed,id,registry,cpu,memory,min,max,created_at' \
    '|209 195 12|346|name,id,image,tag,registry,CPU millicores,memory MB,min,max,ports,volumes,arguments,entrypoint,auto preview,created_at,description,auto deploy,public ports,volume GB,environment id,updated_at' \
    '|209 347 348 349 234 235 201 236 237 242 243 15 245 246 249 252 114 253 254 255 256 257 258 260 195 12 20 21 22 23 24 25|26|' \
    '|234 235 201 236 237 242 243 15 245 246 249 252 347 114 253 254 255 256 261 257 258 348 260 349 209 195 12 20 21 22 23 27 263 264 265 122 24 25|346|' \
    '|125 209 195 12 126 127 28 29 24 25|346|' \
    '|209 195 12|346|state,deployment,deployed,id,details,message,execution_id' \
    '|209 195 12||name,state,deployment,deployed,id,tag,message' \
    '|350 209 195 12 126 127 24 25|346|state,deployment,deployed,id,details,message,execution_id' \
    '|209 195 12 126 127 28 29 24 25|346|state,deployment,deployed,id,details,message,execution_id' \
    '|209 195 12 126 127 24 25|346|state,deployment,deployed,id,details,message,execution_id' \
    '|220 221 222 223 224 225 195 12 20 21 22 23 126 127 24 25|209|state,deployed,environment id' \
    '|12 349 20 21 22 23 24 25|347|state,deployed,environment id' \
    '|12 349 20 21 22 23 24 25|347|state,deployed,environment id' \
    '|346 209 195 12||url,port,default,qovery' \
    '|346 209 195 12||time,message,pod,version,id' \
    '|346 209 195 12||created_at,status,tag,image,id,name,arguments,entrypoint,updated_at' \
    '|346 209 195 12||domain,status,cname,id,certificate,cdn,created_at' \
    '|346 209 195 12|351|domain,id,status,cname,certificate,cdn,created_at' \
    '|346 270 271 209 195 12 20 21 22 23 24 25|272|domain,id,status,cname,certificate,cdn,created_at' \
    '|346 270 273 271 209 195 12 20 21 22 23 27 24 25|351|domain,id,status,cname,certificate,cdn,created_at' \
    '|346 209 195 12 28 29 24 25|351|' \
    '|209 195 12|346|' \
    '|279 280 281 283 284 285 286 287 288 289 290 291 292 293 294 295 296 297 298 299 300 301 302 303 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319 320 352 321 322 323 326 327 328 329 330 331 332 333 334 335 209 195 12 20 21 22 23 27 24 25|346|' \
    '|209 195 12|346|sticky session' \
    '|262 209 195 12 20 21 22 23 27 24 25|346|sticky session' \
    '|346 209 195 12||name,image,tag,id,updated_at' \
    '|346 209 195 12 24 25|353|' \
    '|346 209 195 12 28 29 24 25|353|' \
    '|346 209 195 12||name,description,id,database,created_at' \
    '|346 343 209 195 12 24 25|344|name,id,description' \
    '|346 343 209 195 12 28 29 24 25|344|' \
    '|209 195 12||container,running,min,max,status,running %,warning %,alert %,updated_at' \
    '|209 195 12|346|running,min,max,running %,status,warning %,alert %,updated_at' \
    '|209 195 12||container,used GB,size GB,used %,status,volumes' \
    '|209 195 12|346|volume,used GB,size GB,used %,status,created_at,warning %,alert %' \
    '|346 209 195 12||name,cpu,cpu %,memory MB,memory %,created_at,cpu status,memory status,requested cpu,requested MB' \
    '|209 195 12 208||name,state,type,version,mode,access,id,host,port,cpu,memory,storage,deployed,created_at' \
    '|209 195 12|343|name,id,type,version,mode,access,host,port,CPU millicores,memory MB,disk GB,created_at,description,machine,disk type,encrypted,environment id,updated_at' \
    '|209 354 355 356 357 234 358 15 252 359 114 360 361 195 12 20 21 22 23 24 25|26|' \
    '|357 234 358 354 15 362 252 359 114 360 261 361 209 195 12 20 21 22 23 27 265 122 24 25|343|' \
    '|125 209 195 12 126 127 28 29 24 25|343|' \
    '|209 195 12|343|state,deployment,deployed,id,details,message,execution_id' \
    '|209 195 12||name,state,deployment,deployed,id,type,message' \
    '|363 209 195 12 126 127 24 25|343|state,deployment,deployed,id,details,message,execution_id' \
    '|209 195 12 126 127 28 29 24 25|343|state,deployment,deployed,id,details,message,execution_id' \
    '|363 209 195 12 126 127 24 25|343|state,deployment,deployed,id,details,message,execution_id' \
    '|343 209 195 12||name' \
    '|209 195 12||type,version,mode' \
    '|209 195 12|343|host,port,login' \
    '|364 365 209 195 12 20 21 22 23 27 24 25|343|host,port,login' \
    '|209 195 12||database,cpu %,memory MB,memory %,storage GB,storage %,cpu,cpu status,memory status,storage status' \
    '|209 195 12|343|cpu millicores,cpu %,cpu status,memory MB,memory %,memory status,storage GB,storage %,storage status' \
    '|345 209 195 12|343|time,millicores,requested,used %' \
    '|345 209 195 12|343|time,used MB,requested MB,used %' \
    '|345 209 195 12|343|time,used GB,requested GB,used %' \
    '|345 209 195 12|343|time,instance,p95' \
    '|345 209 195 12|343|time,message' \
    '|343 209 195 12 230||created_at,status,id,name,updated_at' \
    '|343 209 195 12 230||created_at,type,state,user,id,last name,email,message' \
    '|343 209 195 12||name,branch,id,repository,updated_at' \
    '|343 209 195 12 28 29 24 25|341|' \
    '|343 209 195 12 230||name,state,message,created_at,id,updated_at' \
    '|343 366 209 195 12 20 21 22 23 24 25|26|' \
    '|343 209 195 12 28 29 24 25|367|' \
    '|343 209 195 12||name,description,created_at,id,updated_at' \
    '|343 209 195 12|368|name,id,description,created_at,database id,updated_at' \
    '|343 15 209 195 12 20 21 22 23 24 25|26|' \
    '|15 369 343 209 195 12 20 21 22 23 27 24 25|368|' \
    '|343 209 195 12 28 29 24 25|368|' \
    '|343 209 195 12|368|host,port,login' \
    '|364 365 343 209 195 12 20 21 22 23 27 24 25|368|host,port,login' \
    '|343 209 195 12|368|name,branch,id,repository,updated_at' \
    '|343 209 195 12|368|name,image,tag,id,updated_at' \
    '|232 346 209 195 12||key,value,scope,overrides,alias of,service,id,type,created_at,updated_at' \
    '|232 346 209 195 370 371 372 12 20 21 22 23 24 25|373 374|key,value,scope,id,created_at,updated_at' \
    '|232 346 209 195 15 371 375 372 376 12 20 21 22 23 27 24 25|377|key,value,scope,id,created_at,updated_at' \
    '|232 346 209 195 12 28 29 24 25|377|' \
    '|232 346 209 195 15 371 12 20 21 22 23 24 25|377 378|key,value,scope,overrides,id' \
    '|232 346 209 195 15 371 12 20 21 22 23 24 25|377 379|key,alias of,scope,id' \
    '|232 346 380 381 209 195 12 24 25|382|key,value,scope' \
    '|232 346 209 195 12 24 25|383|key,value,done' \
    '|232 346 209 195 12||key,scope,overrides,alias of,service,id,type,created_at,updated_at' \
    '|232 346 209 195 15 371 372 374 12 20 21 22 23 24 25|373|key,scope,id,created_at,updated_at' \
    '|232 346 209 195 15 371 375 376 12 20 21 22 23 27 24 25|384|key,scope,id,created_at,updated_at' \
    '|232 346 209 195 12 28 29 24 25|384|' \
    '|232 346 209 195 15 371 378 12 20 21 22 23 24 25|384|key,scope,overrides,id' \
    '|232 346 209 195 15 371 12 20 21 22 23 24 25|384 379|key,alias of,scope,id' \
    '|232 346 380 209 195 12 24 25|382|key,scope' \
    '|||first name,last name,nickname,id,created_at,email,username,picture,updated_at' \
    '|||name,owner,bot,id' \
    '|96||name,branch,private,url,id' \
    '|98 99||name' \
    '|||link,invited' \
    '|74 385 20 21 22 23 24 25||' \
    '|||first name,last name,email,use,usage,company,size,role,hosting,questions,usage other,step,created_at' \
    '|79 80 81 386 387 388 389 390 391 392 393 394 395 20 21 22 23 24 25||' \
    '|195 12|396|name,kind,state,version,url,age,id,deployment' \
    '|397||' \
    '|||' \
    '|||' \
    '|398||' \
    '|||setting,value,origin' \
    '|||name,active,organization,project,environment,api_url,token' \
    '||399|' \
    '|400 401 402 403 404 405 406 407 408 409 410||' \
    '|411|412|' \
    '|413 414 415 416 417||' \
    '|413 414 415 416 417||' \
    '|||' \
    '|||' \
    '|||' \
    '|||' \
    '||418|shell,file,done' \
    '||418|shell,file,done' \
    '||418|' \
    '|419 420 421 422 423 424 425 24 25|426|' \
    '|||command,method,path,summary,operation,api,when'
set -g __qovery_kids \
    '2:org	Organizations, and what belongs to all of one' \
    '15:cluster	Clusters: where environments run' \
    '21:project	Projects and their deployment rules' \
    '23:env	Environments: deploy, stop, clone, inspect' \
    '27:app	Applications built from a git repository' \
    '47:container	Services run from a container image' \
    '59:db	Databases' \
    '69:var	Environment variables of every scope' \
    '70:secret	Secret variables of every scope' \
    '71:account	The signed-in account' \
    '329:status	Show the services of an environment and their states' \
    '74:auth	Sign in and out' \
    '75:context	The organization, project and environment in use' \
    '76:sandbox	A local server that behaves as the API does' \
    '77:completion	TAB in bash, zsh, fish and PowerShell' \
    '348:api	Send any request to the API' \
    '349:commands	List every command with its operation' \
    '78:list	List the organizations that the token sees' \
    '79:get	Show an organization' \
    '80:create	Create an organization' \
    '81:update	Change an organization' \
    '82:delete	Delete an organization and everything in it' \
    '3:token	API tokens of an organization' \
    '4:webhook	Who is told about deployments' \
    '5:registry	Container registries of an organization' \
    '6:credentials	Credentials for the clouds' \
    '7:billing	Plan, costs, invoices and cards' \
    '11:github	The GitHub app of an organization' \
    '12:git	Repositories that an organization can read' \
    '13:member	Members of an organization' \
    '14:invite	Invitations into an organization' \
    '127:transfer	Make another member the owner' \
    '83:list	List the API tokens of an organization' \
    '84:create	Create an API token for an organization' \
    '85:delete	Delete an API token' \
    '86:list	List the webhooks of an organization' \
    '87:get	Show a webhook' \
    '88:create	Create a webhook in an organization' \
    '89:update	Change a webhook' \
    '90:delete	Delete a webhook' \
    '91:list	List the container registries of an organization' \
    '92:get	Show a container registry' \
    '93:create	Create a container registry in an organization' \
    '94:update	Change a container registry' \
    '95:delete	Delete a container registry' \
    '96:kinds	List the kinds of registry, and what each one wants' \
    '97:list	List the credentials for a cloud' \
    '98:get	Show credentials for a cloud, without their secrets' \
    '99:create	Create credentials for a cloud' \
    '100:update	Change credentials for a cloud' \
    '101:delete	Delete credentials for a cloud' \
    '102:cost	Show what the present month costs so far' \
    '103:cluster-cost	Show what a cluster costs a month' \
    '104:status	Tell whether an organization can be billed' \
    '105:plan	Change the plan of an organization' \
    '106:credit	Redeem a code for credits' \
    '8:info	Who is billed' \
    '9:invoice	Invoices of an organization' \
    '10:card	Credit cards of an organization' \
    '107:get	Show who is billed' \
    '108:update	Change who is billed' \
    '109:list	List the invoices of an organization' \
    '110:get	Show an invoice' \
    '111:download	Download an invoice as a PDF' \
    '112:send-all	Ask for all invoices at once' \
    '113:list	List the credit cards of an organization' \
    '114:create	Add a credit card to an organization' \
    '115:delete	Delete a credit card' \
    '116:connect	Connect the GitHub app of an organization' \
    '117:disconnect	Disconnect the GitHub app of an organization' \
    '118:provider	List the git accounts that an organization can use' \
    '119:repository	List the repositories that an organization can read' \
    '120:branch	List the branches of a repository' \
    '121:list	List the members of an organization' \
    '122:delete	Take a member out of an organization' \
    '123:list	List the invitations that nobody took up yet' \
    '124:create	Invite somebody into an organization' \
    '125:delete	Take an invitation back' \
    '126:accept	Accept an invitation' \
    '128:list	List the clusters of an organization' \
    '129:create	Create a cluster in an organization' \
    '130:update	Change a cluster' \
    '131:delete	Delete a cluster' \
    '132:status	Show the state of a cluster' \
    '133:statuses	List the states of an organization\'s clusters' \
    '134:deploy	Create or update the infrastructure of a cluster' \
    '135:stop	Stop a cluster' \
    '136:upgrade	Install the next Kubernetes version on a cluster' \
    '137:ready	Tell whether a cluster can be deployed' \
    '16:log	What runs on a cluster said' \
    '17:settings	Advanced settings of a cluster' \
    '18:route	The routing table of a cluster' \
    '19:cloud-info	The cloud account that a cluster uses' \
    '20:provider	What the clouds offer' \
    '149:get	Show one cluster' \
    '138:list	List what the last run on a cluster said' \
    '139:get	Show the advanced settings of a cluster' \
    '140:update	Change advanced settings of a cluster' \
    '141:list	List the routes of a cluster' \
    '142:update	Change the routes of a cluster' \
    '143:get	Show which cloud account a cluster uses' \
    '144:update	Say which cloud account a cluster uses' \
    '145:list	List the clouds' \
    '146:regions	List the regions of a cloud' \
    '147:features	List the features that clusters of a cloud can have' \
    '148:instance-types	List the kinds of machine that a cloud has' \
    '150:list	List the projects of an organization' \
    '151:get	Show a project' \
    '152:create	Create a project in an organization' \
    '153:update	Change a project' \
    '154:delete	Delete a project with all its environments' \
    '155:stats	Count environments and services of each project' \
    '22:rule	Cluster, mode and hours that new environments get' \
    '156:list	List the deployment rules of a project' \
    '157:get	Show a deployment rule of a project' \
    '158:create	Create a deployment rule in a project' \
    '159:update	Change a deployment rule of a project' \
    '160:delete	Delete a deployment rule of a project' \
    '161:order	Put the deployment rules of a project in order' \
    '162:list	List the environments of a project' \
    '163:get	Show an environment' \
    '164:create	Create an environment in a project' \
    '165:update	Rename an environment or change its mode' \
    '166:delete	Delete an environment with all its services' \
    '167:status	Show the deployment state of an environment' \
    '168:statuses	List the states of a project\'s environments' \
    '169:stats	Count the services of each environment of a project' \
    '170:deploy	Deploy all services of an environment' \
    '171:stop	Stop all services of an environment' \
    '172:restart	Deploy an environment\'s current versions again' \
    '173:cancel	Cancel the deployment of an environment' \
    '174:clone	Copy an environment under a new name' \
    '175:deploy-services	Deploy chosen services of an environment' \
    '24:rule	When an environment deploys, stops and previews by itself' \
    '25:history	Past deployments of an environment' \
    '26:log	What deployments of an environment said' \
    '176:get	Show an environment\'s deployment rule' \
    '177:update	Change when an environment is stopped or deployed' \
    '178:list	List the deployments of an environment, newest first' \
    '179:list	List the deployment logs of an environment' \
    '180:list	List the applications of an environment' \
    '181:get	Show an application' \
    '182:create	Create an application in an environment' \
    '183:update	Change an application' \
    '184:delete	Delete an application and its volumes' \
    '185:status	Show the deployment state of an application' \
    '186:statuses	List the states of an environment\'s applications' \
    '187:deploy	Deploy an application' \
    '188:stop	Stop an application' \
    '189:restart	Deploy an application\'s current commit again' \
    '28:commit	Commits of an application\'s branch' \
    '29:contributor	Who committed to an application\'s repository' \
    '30:link	Public URLs of an application' \
    '31:log	What an application writes' \
    '32:history	Past deployments of an application' \
    '33:event	What happened to an application' \
    '34:domain	Custom domains of an application' \
    '35:settings	Advanced settings of an application' \
    '36:network	Network settings of an application' \
    '37:restriction	Which changes of a repository deploy an application' \
    '38:tag	Tags of an application' \
    '39:dependency	Applications that must be deployed before another' \
    '40:database	Databases that an application is linked to' \
    '41:logical	Logical databases that an application is linked to' \
    '42:scale	How many instances applications run now' \
    '43:storage	How full the volumes of applications are' \
    '44:instance	Running instances of an application' \
    '45:language	Languages that buildpacks know' \
    '46:metric	What an application used over time' \
    '190:list	List the latest commits of an application\'s branch' \
    '191:list	List who contributes to an application\'s repository' \
    '192:list	List the URLs of an application' \
    '193:list	List what an application printed' \
    '194:list	List the deployments of an application, newest first' \
    '195:list	List what happened to an application, newest first' \
    '196:list	List an application\'s custom domains' \
    '197:status	Show an application\'s custom domain and its validation' \
    '198:create	Serve an application under a domain of your own' \
    '199:update	Change a custom domain of an application' \
    '200:delete	Remove a custom domain from an application' \
    '201:get	Show the advanced settings of an application' \
    '202:update	Change advanced settings of an application' \
    '203:defaults	Show the defaults of the advanced settings' \
    '204:get	Show the network settings of an application' \
    '205:update	Change the network settings of an application' \
    '206:list	List which commits deploy an application' \
    '207:create	Let only commits that touch a path deploy' \
    '208:update	Change a deployment restriction of an application' \
    '209:delete	Delete a deployment restriction of an application' \
    '210:list	List the tags of an application' \
    '211:create	Add a tag to an application' \
    '212:delete	Remove a tag from an application' \
    '213:list	List the applications that one waits for' \
    '214:create	Let an application start after another one' \
    '215:delete	Let an application no longer wait for another one' \
    '216:list	List the databases linked to an application' \
    '217:attach	Let an application use a database' \
    '218:detach	Unlink a database from an application' \
    '219:list	List the logical databases linked to an application' \
    '220:attach	Let an application use a logical database' \
    '221:detach	Unlink a logical database from an application' \
    '222:list	List how many instances each application runs' \
    '223:get	Show how many instances an application runs' \
    '224:list	List how full the volumes of applications are' \
    '225:get	Show how full the volumes of an application are' \
    '226:list	List the running instances of an application' \
    '227:list	List the languages that buildpacks can build' \
    '228:cpu	Show the CPU use of an application over time' \
    '229:memory	Show the memory use of an application over time' \
    '230:storage	Show the volume use of an application over time' \
    '231:health	Show the health check latency of an application' \
    '232:restart	List when and why an application restarted' \
    '233:list	List the containers of an environment' \
    '234:get	Show a container' \
    '235:create	Create a container in an environment' \
    '236:update	Change a container' \
    '237:delete	Delete a container and its volumes' \
    '238:status	Show the deployment state of a container' \
    '239:statuses	List the states of an environment\'s containers' \
    '240:deploy	Deploy a container' \
    '241:stop	Stop a container' \
    '242:restart	Deploy a container\'s current tag again' \
    '243:deploy-all	Deploy new tags of chosen services at once' \
    '244:deploy-image	Deploy a new image tag wherever the image runs' \
    '245:preview-image	Create preview environments for a new image tag' \
    '48:link	Public URLs of a container' \
    '49:log	What a container writes' \
    '50:history	Past deployments of a container' \
    '51:domain	Custom domains of a container' \
    '52:settings	Advanced settings of a container' \
    '53:network	Network settings of a container' \
    '54:dependency	Containers that must be deployed before another' \
    '55:logical	Logical databases that a container is linked to' \
    '56:scale	How many instances containers run now' \
    '57:storage	How full the volumes of containers are' \
    '58:instance	Running instances of a container' \
    '246:list	List the URLs of a container' \
    '247:list	List what a container printed' \
    '248:list	List the deployments of a container, newest first' \
    '249:list	List a container\'s custom domains' \
    '250:status	Show a container\'s custom domain and its validation' \
    '251:create	Serve a container under a domain of your own' \
    '252:update	Change a custom domain of a container' \
    '253:delete	Remove a custom domain from a container' \
    '254:get	Show the advanced settings of a container' \
    '255:update	Change advanced settings of a container' \
    '256:get	Show the network settings of a container' \
    '257:update	Change the network settings of a container' \
    '258:list	List the containers that one waits for' \
    '259:create	Let a container start after another one' \
    '260:delete	Let a container no longer wait for another one' \
    '261:list	List the logical databases linked to a container' \
    '262:attach	Let a container use a logical database' \
    '263:detach	Unlink a logical database from a container' \
    '264:list	List how many instances each container runs' \
    '265:get	Show how many instances a container runs' \
    '266:list	List how full the volumes of containers are' \
    '267:get	Show how full the volumes of a container are' \
    '268:list	List the running instances of a container' \
    '269:list	List the databases of an environment' \
    '270:get	Show a database' \
    '271:create	Create a database in an environment' \
    '272:update	Change a database' \
    '273:delete	Delete a database and its data' \
    '274:status	Show the deployment state of a database' \
    '275:statuses	List the states of an environment\'s databases' \
    '276:deploy	Deploy a database' \
    '277:stop	Stop a database' \
    '278:restart	Deploy a database again' \
    '60:version	Versions that a database can move to' \
    '61:config	Database types, versions and modes that are on offer' \
    '62:credentials	The master login of a database' \
    '63:metric	What a database used over time' \
    '64:history	Past deployments of a database' \
    '65:event	What happened to a database' \
    '66:application	Applications that are linked to a database' \
    '67:backup	Backups of a database' \
    '68:logical	Logical databases inside a database' \
    '279:list	List the versions that a database can have' \
    '280:list	List the types, versions and modes to choose from' \
    '281:get	Show how to connect to a database' \
    '282:update	Change login and password of a database' \
    '283:list	List what the databases use at present' \
    '284:get	Show what a database uses at present' \
    '285:cpu	Show the CPU use of a database over time' \
    '286:memory	Show the memory use of a database over time' \
    '287:storage	Show the disk use of a database over time' \
    '288:health	Show the health check latency of a database' \
    '289:restart	List when and why a database restarted' \
    '290:list	List the deployments of a database, newest first' \
    '291:list	List what happened to a database, newest first' \
    '292:list	List the applications linked to a database' \
    '293:detach	Unlink an application from a database' \
    '294:list	List the backups of a database, newest first' \
    '295:create	Back up a database' \
    '296:delete	Delete a backup of a database' \
    '297:list	List a database\'s logical databases' \
    '298:get	Show a logical database' \
    '299:create	Create a logical database' \
    '300:update	Change a logical database' \
    '301:delete	Delete a logical database and its data' \
    '302:credentials	Show how to connect to a logical database' \
    '303:update-credentials	Change login and password of a logical database' \
    '304:applications	List the applications linked to a logical database' \
    '305:containers	List the containers linked to a logical database' \
    '306:list	List the variables that a scope sees' \
    '307:create	Create a variable in a scope' \
    '308:update	Change a variable of a scope' \
    '309:delete	Delete a variable of a scope' \
    '310:override	Give an inherited variable another value in a scope' \
    '311:alias	Give a variable a second name in a scope' \
    '312:import	Import variables from a dotenv file' \
    '313:set	Create or change variables of a scope' \
    '314:list	List the secrets that a scope sees' \
    '315:create	Create a secret in a scope' \
    '316:update	Change a secret of a scope' \
    '317:delete	Delete a secret of a scope' \
    '318:override	Give an inherited secret another value in a scope' \
    '319:alias	Give a secret a second name in a scope' \
    '320:import	Import secrets from a dotenv file' \
    '321:get	Show the account that the token belongs to' \
    '72:git	Connected git accounts' \
    '325:referral	Show the link to invite others, and who came' \
    '326:reward	Claim a reward' \
    '73:sign-up	What was said when signing up' \
    '322:provider	List the git accounts that are connected' \
    '323:repository	List the repositories of a connected git account' \
    '324:branch	List the branches of a connected repository' \
    '327:get	Show what the account said when it signed up' \
    '328:create	Sign up: say who you are and what Qovery is for' \
    '330:login	Store an API token' \
    '331:status	Show where the token comes from and whether it works' \
    '332:logout	Forget the stored token of a profile' \
    '333:token	Print the token, for another program' \
    '334:show	Show every setting in use and where it comes from' \
    '335:list	List the profiles' \
    '336:use	Make a profile the active one' \
    '337:set	Keep a scope or a setting in the profile' \
    '338:unset	Forget what the profile keeps' \
    '339:run	Run the sandbox in the foreground' \
    '340:start	Start the sandbox in the background' \
    '341:stop	Stop the sandbox that runs in the background' \
    '342:status	Tell whether the sandbox runs, and where' \
    '343:reset	Put the sandbox back to its first state' \
    '344:demo	Take a tour: a sandbox, and the main commands in it' \
    '345:install	Let the shell complete commands, options and names' \
    '346:uninstall	Take the script and its block away again' \
    '347:show	Print the script, to be put in place by hand'
set -g __qovery_first 1 18 33 36 41 47 52 60 62 66 69 71 74 76 80 96 97 99 101 103 107 114 120 137 139 140 141 170 171 172 173 174 175 176 181 184 186 190 193 196 199 202 204 206 207 208 213 237 238 239 240 245 247 249 252 255 257 259 260 279 280 281 283 290 291 292 294 297 306 314 321 326 329 331 335 340 346
set -g __qovery_final 17 32 35 40 46 51 59 61 65 68 70 73 75 79 95 96 98 100 102 106 113 119 136 138 139 140 169 170 171 172 173 174 175 180 183 185 189 192 195 198 201 203 205 206 207 212 236 237 238 239 244 246 248 251 254 256 258 259 278 279 280 282 289 290 291 293 296 305 313 320 325 328 330 334 339 345 348

# Before 3.5 fish cannot tell the time without a process.
set -g __qovery_reads 1
contains path (builtin -n); or set -e __qovery_reads

function __qovery_complete
    set -l words (commandline -opc)
    set -l token (commandline -ct)
    # An open quote is no error, but half of a word.
    set -l last (string unescape -- $token; or string replace -r '["\']' '' -- $token)
    set -l program $words[1]
    set -e words[1]
    set -l own; set -l args; set -l columns; set -l node 1; set -l leaf; set -l pending; set -l ended; set -l given; set -l typed
    set -l value; set -l id; set -l place 1; set -l lead
    set -l profile; set -l organization; set -l cluster; set -l project; set -l environment
    set -l application; set -l container; set -l database
    set own 1 2 3 4 5 6 7 8 9 10 11
    for word in $words
        __qovery_word $word; or return
    end
    __qovery_last
end

# One word before the last one. Fails where it makes no sense.
function __qovery_word --no-scope-shadowing
    if set -q pending[1]
        __qovery_note $pending $argv[1]
        set pending
        return 0
    end
    if set -q ended[1]; or not string match -q -- '-?*' "$argv[1]"
        __qovery_step "$argv[1]"
        return
    end
    switch $argv[1]
        case --
            set ended 1
        case '--*=*'
            set -l pair (string split -m 1 = -- $argv[1])
            __qovery_find $pair[1]; and __qovery_note $id $pair[2]
        case '--*'
            __qovery_find $argv[1]; and set -q value[1]; and set pending $id
        case '*'
            set -l rest $argv[1]
            while test (string length -- $rest) -gt 1
                set -l letter (string sub -s 2 -l 1 -- $rest)
                set rest -(string sub -s 3 -- $rest)
                __qovery_find -$letter; and set -q value[1]; or continue
                if test "$rest" = -
                    set pending $id
                else
                    __qovery_note $id (string sub -s 2 -- $rest)
                end
                break
            end
    end
    return 0
end

# A word that is no option: the name of a child, or an argument.
function __qovery_step --no-scope-shadowing
    if set -q leaf[1]
        set -q args[$place]; and set -a given $args[$place]
        set place (math $place + 1)
        return 0
    end
    string match -q -r '^[\w-]+$' -- $argv[1]; or return 1
    set -l row $__qovery_nodes[$node]
    set node (string match -r -- '^\d+(?=:'$argv[1]'\t)' \
        $__qovery_kids[$__qovery_first[$node]..$__qovery_final[$node]])
    or set node (string match -r -- '(?<= )\d+(?=:'$argv[1]' )' " $row ")
    or return 1
    set own 1 2 3 4 5 6 7 8 9 10
    if string match -q '|*' -- $__qovery_nodes[$node]
        set row (string split '|' -- $__qovery_nodes[$node])
        set leaf 1
        set args (string split -n ' ' -- $row[3])
        set columns (string split -n ',' -- $row[4])
        set own (string split -n ' ' -- $row[2]) $args $own
    end
    return 0
end

# The option with this spelling: its id, and whether it takes a value.
function __qovery_find --no-scope-shadowing
    string match -q -r '^[\w-]+$' -- $argv[1]; or return 1
    set id (string match -r -- '^\d+(?=:[^|\t]*[:*; ]'$argv[1]'[; |\t])|^\d+(?=:'$argv[1]'[; |\t])' \
        $__qovery_options[$own])
    set -q id[1]; or return 1
    set id $id[1]
    set value
    string match -q '*|*' -- $__qovery_options[$id]; and set value 1
    set -a given $id
end

# The code of an option's value; nothing for one that takes none.
function __qovery_code
    string replace -f -r '^[^|\t]*\|([^\t]*)\t.*' '$1' -- $__qovery_options[$argv[1]]
end

# What an option was given: the scope, and what selects the meaning of other words.
function __qovery_note --no-scope-shadowing
    set -a typed "$argv[1]=$argv[2]"
    switch $__qovery_options[$argv[1]]
        case '*:--org;*'
            set organization $argv[2]
        case '*:--cluster;*'
            set cluster $argv[2]
        case '*:--project;*'
            set project $argv[2]
        case '*:--env;*'
            set environment $argv[2]
        case '*:--app;*'
            set application $argv[2]
        case '*:--container;*'
            set container $argv[2]
        case '*:--db;*'
            set database $argv[2]
        case '*:--profile;*'
            set profile $argv[2]
    end
end

# The last word. "lead" is what stands before the value in the same word.
function __qovery_last --no-scope-shadowing
    if set -q pending[1]
        __qovery_value (__qovery_code $pending)
    else if not set -q ended[1]; and string match -q -- '--*=*' "$last"
        set lead (string match -r -- '^--[^=]*=' $last)
        __qovery_find (string sub -e -1 -- $lead); and set -q value[1]; and __qovery_value (__qovery_code $id)
    else if not set -q ended[1]; and string match -q -- '-*' "$last"
        __qovery_flags
    else if not set -q leaf[1]
        string replace -r '^\d+:' '' -- $__qovery_kids[$__qovery_first[$node]..$__qovery_final[$node]]
    else
        if test $place -gt (count $args); and set -q args[1]
            string match -q -r '^\d+:\*' -- $__qovery_options[$args[-1]]; and set place (count $args)
        end
        if set -q args[$place]
            __qovery_value (__qovery_code $args[$place]) argument
        else if not set -q ended[1]
            __qovery_flags
        end
    end
end

# The options that are not given yet. Short ones are offered to those who have typed a "-".
function __qovery_flags --no-scope-shadowing
    set -l found $__qovery_options[$own]
    if set -q given[1]
        set found (string match -v -r '^(?:'(string join '|' $given)'):[^*]' -- $found)
    end
    string replace -f -r '^\d+:\*?(--[^ ;]+).*(\t.*)$' '$1$2' -- $found
    string replace -f -r '^\d+:\*?--[^ ;]+ (--[^ ;]+).*(\t.*)$' '$1$2' -- $found
    string match -q -- '-*' "$last"
    and string replace -f -r '^\d+:\*?[^;]* (-[^-;])[;|].*(\t.*)$' '$1$2' -- $found
end

# What an option takes: #WORDS one of them, C columns, S something to sort by, F a filter,
# P a profile, / a file, @KINDS a name.
function __qovery_value --no-scope-shadowing
    switch "$argv[1]"
        case '#*'
            printf '%s\n' "$lead"(string sub -s 2 -- $argv[1] | string split ' ')
        case C
            printf '%s\n' (string match -r -- '.*,' "$last"; or echo "$lead")$columns
        case S
            printf '%s\n' (string match -r -- '.*,-?|^--[^=]*=-?|^-' "$last"; or echo '')$columns
        case F
            printf '%s\n' "$lead"$columns=
        case P
            set -l dir; set -l now; set -l rows
            __qovery_context; and string replace -f -r '^profile ' "$lead" -- $rows
        case /
            __fish_complete_path (string replace -- "$lead" '' "$last") | string replace -r '^' "$lead"
        case '@*'
            __qovery_names (string sub -s 2 -- $argv[1]) $argv[2]
    end
end

# Names of resources, from here on.

# Prints the names of the kinds meant. Whatever the caches do not know for certain is asked from
# the program.
function __qovery_names --no-scope-shadowing
    set -l kinds $argv[1]
    set -l is_argument $argv[2]
    set -l dir; set -l names_dir; set -l now; set -l rows; set -l names
    if not begin
            __qovery_context; and __qovery_scope
        end
        __qovery_ask
        return
    end
    __qovery_meant; or return 0
    if __qovery_known
        set -q names[1]; and printf '%s\n' "$lead"$names
    else
        __qovery_ask
    end
    return 0
end

# The names of all "kinds", as NAME, tab and what to say of it. Fails where the caches do not know
# them for certain.
function __qovery_known --no-scope-shadowing
    set -l several (string split + $kinds)
    set -l parent
    for kind in $several
        __qovery_parent $kind
        switch $status
            case 1
                return 1
            case 2
                return 0
        end
        __qovery_rows $kind $parent; or return 1
        set -l about
        set -q several[2]; and set about \t$kind
        # A name that looks like an option is given by its id as an argument.
        if set -q is_argument[1]; and not set -q ended[1]; and string match -q -- '-*' $rows
            set -a names (string replace -f -r '^(-.*)\t(.*)$' '$2\t$1' -- $rows)
            set rows (string match -v -- '-*' $rows)
        end
        set -a names (string replace -r '\t.*$' "$about" -- $rows)
    end
    return 0
end

# The pointer file says which profile is active and what it keeps.
function __qovery_context --no-scope-shadowing
    set -l cache $HOME/.cache/qovery
    set -l config $HOME/.config/qovery
    if test -d /System/Library; and test -d $HOME/Library
        set cache $HOME/Library/Caches/qovery
        set config "$HOME/Library/Application Support/qovery"
    else
        string match -q '/*' "$XDG_CACHE_HOME"; and set cache (string trim -r -c / $XDG_CACHE_HOME)/qovery
        string match -q '/*' "$XDG_CONFIG_HOME"; and set config (string trim -r -c / $XDG_CONFIG_HOME)/qovery
    end
    test -n "$QOVERY_CACHE_DIR"; and set cache $QOVERY_CACHE_DIR
    test -n "$QOVERY_CONFIG_DIR"; and set config $QOVERY_CONFIG_DIR
    string match -q -r '^~|./$' -- $config; and set config (string replace -r '^~' $HOME -- $config | string trim -r -c /)
    string match -q '~*' -- $cache; and set cache (string replace -r '^~' $HOME -- $cache)
    set dir $cache/completion
    set config $config/config.json
    __qovery_read $dir/context; or return 1
    string match -q 'qovery 1 *' $rows[1]; and test "$rows[2]" = "config $config"; or return 1
    test $config -nt $dir/context; and return 1
    return 0
end

# What counts of the scope, as config/scope.py has it: options, variables, the profile; a source
# that names a level cuts off the lower ones of weaker sources. Fails where a .qovery.yaml, which
# comes before the profile, is near.
function __qovery_scope --no-scope-shadowing
    set -l here
    set -l near
    for part in (string split -n / -- $PWD)
        set here "$here/$part"
        # Above the home directory nothing counts.
        test "$here" = "$HOME"; and set near
        test -e "$here/.qovery.yaml"; and set near 1
    end
    set -q near[1]; and return 1
    set -l cut 0
    __qovery_cut
    __qovery_fill "$QOVERY_ORGANIZATION" "$QOVERY_CLUSTER" "$QOVERY_PROJECT" \
        "$QOVERY_ENVIRONMENT" "$QOVERY_APPLICATION" "$QOVERY_CONTAINER" "$QOVERY_DATABASE"
    set -l name $profile
    set -q name[1]; or set name $QOVERY_PROFILE
    test -n "$name"; or set name (string replace -f -r '^active ' '' -- $rows)
    string match -q -r '^[A-Za-z0-9][A-Za-z0-9._-]*$' -- $name; or return 1
    string match -q -r '^[A-Za-z0-9][A-Za-z0-9._-]*$' -- $name; or return 1
    set -l url
    set -l kept '' '' '' '' '' '' ''
    set -l is_mine
    for row in $rows
        switch $row
            case "profile $name"
                set is_mine 1
            case 'profile *'
                set is_mine
            case 'api_url *'
                set -q is_mine[1]; and set url (string sub -s 9 -- $row)
            case 'organization *'
                set -q is_mine[1]; and set kept[1] (string sub -s 14 -- $row)
            case 'cluster *'
                set -q is_mine[1]; and set kept[2] (string sub -s 9 -- $row)
            case 'project *'
                set -q is_mine[1]; and set kept[3] (string sub -s 9 -- $row)
            case 'environment *'
                set -q is_mine[1]; and set kept[4] (string sub -s 13 -- $row)
            case 'application *'
                set -q is_mine[1]; and set kept[5] (string sub -s 13 -- $row)
            case 'container *'
                set -q is_mine[1]; and set kept[6] (string sub -s 11 -- $row)
            case 'database *'
                set -q is_mine[1]; and set kept[7] (string sub -s 10 -- $row)
        end
    end
    __qovery_fill $kept
    set -l token
    if not set -q profile[1]
        test -n "$QOVERY_API_URL"; and set url $QOVERY_API_URL
        test -n "$QOVERY_API_TOKEN$QOVERY_CLI_ACCESS_TOKEN$Q_CLI_ACCESS_TOKEN"; and set token +token
    end
    test "$url" = https://api.qovery.com; and set url
    test -n "$url"; and set url @(string replace -a -r '[^A-Za-z0-9]' _ -- $url)
    set names_dir $dir/(string sub -l 150 -- "$name$url$token")
end

# How much the levels that are named so far cut off of what comes.
function __qovery_cut --no-scope-shadowing
    set -l most 0
    test -n "$environment$application$container$database"; and set most 1
    test -n "$project"; and set most 2
    test -n "$organization"; and set most 3
    test $most -gt $cut; and set cut $most
    return 0
end

function __qovery_fill --no-scope-shadowing
    test -n "$organization"; or set organization $argv[1]
    if test $cut -lt 3
        test -n "$cluster"; or set cluster $argv[2]
        test -n "$project"; or set project $argv[3]
    end
    if test $cut -lt 2
        test -n "$environment"; or set environment $argv[4]
    end
    if test $cut -lt 1
        test -n "$application"; or set application $argv[5]
        test -n "$container"; or set container $argv[6]
        test -n "$database"; or set database $argv[7]
    end
    __qovery_cut
end

# Of several kinds, those whose parent is the deepest that the scope names.
function __qovery_meant --no-scope-shadowing
    string match -q '*|*' -- $kinds; or return 0
    set -l best
    set -l deepest -1
    for one in (string split '|' -- $kinds)
        set -l pair (string split -m 1 '?' -- $one)
        if set -q pair[2]
            set -l words (string split -m 1 = -- $pair[2])
            __qovery_find $words[1]; and contains -- "$id=$words[2]" $typed; or continue
            set kinds $pair[1]
            return 0
        end
        set -l level
        __qovery_level $one
        test -n "$$level"; or continue
        set -l depth 3
        switch $level
            case organization
                set depth 0
            case cluster project
                set depth 1
            case environment
                set depth 2
        end
        if test $depth -gt $deepest
            set best $one
            set deepest $depth
        else if test $depth -eq $deepest
            set best
        end
    end
    set kinds $best
    set -q kinds[1]
end

# The level that a kind lies in.
function __qovery_level --no-scope-shadowing
    set level
    switch $argv[1]
        case cluster project registry token webhook member invite invoice creditCard awsCredentials scalewayCredentials digitalOceanCredentials
            set level organization
        case environment projectRule projectVariable projectSecret
            set level project
        case application container database environmentVariable environmentSecret
            set level environment
        case applicationDomain restriction tag applicationVariable applicationSecret
            set level application
        case containerDomain containerVariable containerSecret
            set level container
        case logicalDatabase backup
            set level database
    end
end

# The id of what a kind lies in. Fails with 1 where only the program can tell, with 2 where the
# scope does not say it.
function __qovery_parent --no-scope-shadowing
    set -l level
    __qovery_level $argv[1]
    set parent
    set -q level[1]; or return 0
    set -l text $$level
    if test -n "$text"
        if string match -q -r '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' -- $text
            set parent $text
            return 0
        end
        string match -q -r '[/%$`]|^\s|\s$' -- $text; and return 1
    else if test $level != organization
        return 2
    end
    __qovery_parent $level; or return $status
    __qovery_rows $level $parent
    test $status -gt 1; and return 1
    __qovery_meaning
end

# The id of what "text" names in "rows", or of the only one.
function __qovery_meaning --no-scope-shadowing
    set -l found $rows
    if test -n "$text"
        set -l wanted "^$text\t.*"
        string match -q -r '^[\w-]+$' -- $text
        or set wanted '^'(string escape --style=regex -- $text)'\t.*'
        set found (string match -r -- $wanted $rows)
        set -q found[1]; or set found (string match -i -r -- $wanted $rows)
    else if set -q rows[2]
        return 2
    end
    set -q found[1]; and not set -q found[2]; or return 1
    set parent (string split \t -- $found)[2]
end

# The lines of a list in "rows"; fails with 1 if they are too old, with 2 if there are none.
function __qovery_rows --no-scope-shadowing
    set -l file $names_dir/$argv[1]
    set -q argv[2]; and set file $file.$argv[2]
    __qovery_read $file; or return 2
    set -l until $rows[1]
    set -e rows[1]
    if not string match -q -r '^\d{1,15}$' -- $until
        set rows
        return 2
    end
    # The time of a file, and how long ago that is, tell what time it is now.
    set -q now[1]; or set now (math (path mtime -- $file) + (path mtime -R -- $file))
    test $until -gt $now; or return 1
    return 0
end

# A file's lines in "rows", of a file that may be anything.
function __qovery_read --no-scope-shadowing
    set rows
    test -f $argv[1]; and test -r $argv[1]; or return 1
    set -q __qovery_reads; or return 1
    read -l -z -n 1000000 content <$argv[1] 2>/dev/null
    set rows (string split -n \n -- $content)
    string match -q -r '^[0-9qovery ]{1,40}$' -- "$rows[1]"; or return 1
    set -q rows[5002]; and set -e rows[5002..-1]
    return 0
end

# The one process, for what the caches do not know. It knows the same rules, and ends in a second.
function __qovery_ask --no-scope-shadowing
    set program (string replace -r '^~/' $HOME/ -- $program)
    type -q -- $program; or set program qovery
    command $program __complete fish $words "$lead" 2>/dev/null
end

complete -c qovery -f -a '(__qovery_complete)'
