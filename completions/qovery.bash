# Completion of qovery for bash 3.2 and newer. Made by `python -m qovery_cli.completion`: do not edit.
#
# Everything is answered without a process, names of resources too as long as the caches know them;
# else _qovery_ask starts the one that can ask the API. Lower-case names without an underscore in
# front are locals of _qovery, which the other functions read and write.

# Options: [*]SHOWN...;ACCEPTED...[|VALUE], * for those that may be repeated. What VALUE means is
# told by _qovery_value.
_qovery_options=(
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

# The tree, the root first. A group is CHILD:PLACE...;OTHER_NAME:PLACE..., a command has bars:
# |OPTIONS|ARGUMENTS|COLUMNS with commas. In an array, because bash copies a function to call it.
_qovery_nodes=(
  'org:1 cluster:14 project:20 env:22 app:26 container:46 db:58 var:68 secret:69 account:70 status:328 auth:73 context:74 sandbox:75 completion:76 api:347 commands:348;organization:1 environment:22 application:26 database:58 variable:68'
  'list:77 get:78 create:79 update:80 delete:81 token:2 webhook:3 registry:4 credentials:5 billing:6 github:10 git:11 member:12 invite:13 transfer:126;'
  'list:82 create:83 delete:84;'
  'list:85 get:86 create:87 update:88 delete:89;'
  'list:90 get:91 create:92 update:93 delete:94 kinds:95;'
  'list:96 get:97 create:98 update:99 delete:100;'
  'cost:101 cluster-cost:102 status:103 plan:104 credit:105 info:7 invoice:8 card:9;'
  'get:106 update:107;'
  'list:108 get:109 download:110 send-all:111;'
  'list:112 create:113 delete:114;'
  'connect:115 disconnect:116;'
  'provider:117 repository:118 branch:119;'
  'list:120 delete:121;'
  'list:122 create:123 delete:124 accept:125;'
  'list:127 get:128 create:129 update:130 delete:131 status:132 statuses:133 deploy:134 stop:135 upgrade:136 ready:137 log:15 settings:16 route:17 cloud-info:18 provider:19;'
  'list:138;'
  'get:139 update:140;'
  'list:141 update:142;'
  'get:143 update:144;'
  'list:145 regions:146 features:147 instance-types:148;'
  'list:149 get:150 create:151 update:152 delete:153 stats:154 rule:21;'
  'list:155 get:156 create:157 update:158 delete:159 order:160;'
  'list:161 get:162 create:163 update:164 delete:165 status:166 statuses:167 stats:168 deploy:169 stop:170 restart:171 cancel:172 clone:173 deploy-services:174 rule:23 history:24 log:25;service-count:168'
  'get:175 update:176;'
  'list:177;'
  'list:178;'
  'list:179 get:180 create:181 update:182 delete:183 status:184 statuses:185 deploy:186 stop:187 restart:188 commit:27 contributor:28 link:29 log:30 history:31 event:32 domain:33 settings:34 network:35 restriction:36 tag:37 dependency:38 database:39 logical:40 scale:41 storage:42 instance:43 language:44 metric:45;'
  'list:189;'
  'list:190;'
  'list:191;'
  'list:192;'
  'list:193;'
  'list:194;'
  'list:195 create:196 update:197 delete:198 status:199;get:199'
  'get:200 update:201 defaults:202;'
  'get:203 update:204;'
  'list:205 create:206 update:207 delete:208;'
  'list:209 create:210 delete:211;'
  'list:212 create:213 delete:214;'
  'list:215 attach:216 detach:217;'
  'list:218 attach:219 detach:220;'
  'list:221 get:222;'
  'list:223 get:224;'
  'list:225;'
  'list:226;'
  'cpu:227 memory:228 storage:229 health:230 restart:231;'
  'list:232 get:233 create:234 update:235 delete:236 status:237 statuses:238 deploy:239 stop:240 restart:241 deploy-all:242 deploy-image:243 preview-image:244 link:47 log:48 history:49 domain:50 settings:51 network:52 dependency:53 logical:54 scale:55 storage:56 instance:57;'
  'list:245;'
  'list:246;'
  'list:247;'
  'list:248 create:249 update:250 delete:251 status:252;get:252'
  'get:253 update:254;'
  'get:255 update:256;'
  'list:257 create:258 delete:259;'
  'list:260 attach:261 detach:262;'
  'list:263 get:264;'
  'list:265 get:266;'
  'list:267;'
  'list:268 get:269 create:270 update:271 delete:272 status:273 statuses:274 deploy:275 stop:276 restart:277 version:59 config:60 credentials:61 metric:62 history:63 event:64 application:65 backup:66 logical:67;'
  'list:278;'
  'list:279;'
  'get:280 update:281;'
  'list:282 get:283 cpu:284 memory:285 storage:286 health:287 restart:288;'
  'list:289;'
  'list:290;'
  'list:291 detach:292;'
  'list:293 create:294 delete:295;'
  'list:296 get:297 create:298 update:299 delete:300 credentials:301 update-credentials:302 applications:303 containers:304;'
  'list:305 create:306 update:307 delete:308 override:309 alias:310 import:311 set:312;'
  'list:313 create:314 update:315 delete:316 override:317 alias:318 import:319;'
  'get:320 git:71 referral:324 reward:325 sign-up:72;'
  'provider:321 repository:322 branch:323;'
  'get:326 create:327;'
  'login:329 status:330 logout:331 token:332;'
  'list:333 show:334 use:335 set:336 unset:337;'
  'run:338 start:339 stop:340 status:341 reset:342 demo:343;'
  'install:344 uninstall:345 show:346;'
  '|||name,plan,description,id,owner,website_url,created_at'
  '||11|name,id,plan,description,website,owner,admin emails,created_at,repository,logo,updated_at'
  '|12 13 14 15 16 17 18 19 20 21 22 23 24|25|'
  '|13 14 15 16 25 17 18 19 20 21 22 26 23 24|11|'
  '|27 28 23 24|11|'
  '|11 29 30||name,description,role,scope,created_at,id,role_id,updated_at'
  '|11 14 31 32 19 20 21 22 23 24|25|name,token,scope,role,id'
  '|11 27 28 23 24|33|'
  '|11||url,kind,enabled,events,projects,modes,id,description,secret set,created_at'
  '|11|34|url,id,kind,enabled,events,projects,modes,description,secret set,created_at,updated_at'
  '|11 35 36 14 37 38 39 40 19 20 21 22 23 24|41|url,id,kind,enabled,events,projects,modes,description,secret set,created_at,updated_at'
  '|11 14 37 35 36 38 39 41 40 19 20 21 22 26 23 24|34|url,id,kind,enabled,events,projects,modes,description,secret set,created_at,updated_at'
  '|11 27 28 23 24|34|'
  '|11||name,kind,url,description,id,services,created_at'
  '|11|42|name,id,kind,url,description,region,services,created_at,config,updated_at'
  '|11 43 14 44 45 46 47 19 20 21 22 23 24 48 49 50 51 52 53 54 55 56 57 58 59 60 61|25|'
  '|11 14 43 25 44 45 46 47 19 20 21 22 26 23 24 48 49 50 51 52 53 54 55 56 57 58 59 60 61|42|'
  '|11 27 28 23 24|42|'
  '|||kind,settings,mandatory'
  '|11 62||name,id,kind,key,role,scaleway key,scaleway project'
  '|11 62|63|name,id,kind,key,role,scaleway key,scaleway project,scaleway organization'
  '|11 62 64 19 20 21 22 23 24 48 49 50 51 65 52 53 66 67 68 69 70|25|'
  '|11 62 25 64 19 20 21 22 26 23 24 48 49 50 51 65 52 53 66 67 68 69 70|63|'
  '|11 62 27 28 23 24|63|'
  '|11||plan,total,currency,trial days left,cents,credits,deployments,deployments left,renewal_at'
  '|11|71|total,min,max,currency,cents,min cents,max cents'
  '|11||valid,message'
  '|11 19 20 21 22 23 24|72|name,plan'
  '|11 19 20 21 22 23 24|73|'
  '|11||first name,last name,company,address,zip,city,state,country,email,VAT number'
  '|11 74 75 76 77 78 79 80 81 82 83 19 20 21 22 26 23 24||first name,last name,company,address,zip,city,state,country,email,VAT number'
  '|11||date,status,total,currency,id,cents'
  '|11|84|date,id,status,total,currency,cents'
  '|11 85|84|'
  '|11 23 24||'
  '|11||last digits,month,year,expired,id,brand,created_at'
  '|11 86 87 88 89 90 19 20 21 22 23 24||last digits,month,year,id'
  '|11 27 28 23 24|91|'
  '|11 92 93 19 20 21 22 23 24||'
  '|94 27 28 23 24|11|'
  '|11||name,owner,bot,id'
  '|11 95 96||name,branch,private,url,id'
  '|11 97 95 96||name'
  '|11||name,email,role,last active,id,nickname,role name,created_at'
  '|11 19 20 21 22 27 28 23 24|98|'
  '|11||email,role,status,inviter,created_at,id,link,role name'
  '|11 99 31 19 20 21 22 23 24|78|email,role,status,link'
  '|11 27 28 23 24|100|'
  '|11 23 24|100|email,role,inviter,id,status,created_at'
  '|101 19 20 21 22 27 28 23 24|11|'
  '|11||name,cloud,region,state,version,min nodes,max nodes,default,id,kubernetes,machine,disk GB,production,created_at'
  '|11|71|name,id,cloud,region,state,version,kubernetes,machine,min nodes,max nodes,disk GB,production,default,features,description,created_at,ssh keys,CPU millicores,memory MB,cost,updated_at'
  '|11 102 45 103 14 104 105 106 107 108 109 110 111 19 20 21 22 23 24 112 113 114 115 116 117 118|25|'
  '|11 102 103 14 104 105 106 107 108 109 25 110 45 111 19 20 21 22 26 119 120 121 23 24 112 113 114 115 116 117 118|71|'
  '|11 122 123 124 125 27 28 23 24|71|'
  '|11|71|state,deployed,cluster_id,execution,last_deployment_date,next version,reason'
  '|11||cluster,state,deployed,id,last_execution_id'
  '|11 126 124 125 23 24|71|state,deployed,cluster_id,execution,last_deployment_date,next version,reason'
  '|11 124 125 27 28 23 24|71|state,deployed,cluster_id,execution,last_deployment_date,next version,reason'
  '|11 124 125 23 24|71|state,deployed,cluster_id,execution,last_deployment_date,next version,reason'
  '|11|71|ready'
  '|11|71|time,type,step,message,error,tag,hint'
  '|11|71|'
  '|11 127 128 129 130 131 132 133 134 19 20 21 22 26 23 24 135 136 137 138 139 140 141 142 143 144 145 146 147 148 149 150 151 152 153 154 155 156 157 158 159 160 161 162 163 164 165 166 167 168 169 170 171 172 173 174 175 176 177 178 179 180 181 182 183 184 185|71|'
  '|11|71|destination,target,description'
  '|11 186 19 20 21 22 26 187 23 24|71|destination,target,description'
  '|11|71|cloud,region,credentials,credentials id'
  '|11 188 189 190 45 19 20 21 22 26 23 24|71|cloud,region,credentials,credentials id'
  '|||name,code,regions'
  '|191||name,city,country,code'
  '|191||title,cost per month,currency,changeable,id,type,values,description'
  '|191||type,name,CPUs,memory GB'
  '|11||name,description,created_at,id,updated_at'
  '|11|192|name,id,description,created_at,environments,updated_at'
  '|11 14 19 20 21 22 23 24|25|'
  '|14 25 11 19 20 21 22 26 23 24|192|'
  '|11 27 28 23 24|192|'
  '|11||project,environments,services,id'
  '|192 11||priority,name,pattern,mode,auto stop,timezone,weekdays,id,cluster,start,stop,description'
  '|192 11|193|name,id,priority,pattern,mode,cluster,auto stop,timezone,start,stop,weekdays,description,auto deploy,auto delete,created_at,updated_at'
  '|192 194 195 196 14 11 19 20 21 22 23 24 197 198 199 200 201 202 203|25|'
  '|192 194 14 195 25 196 11 19 20 21 22 26 23 24 197 198 199 200 201 202 203|193|'
  '|192 11 27 28 23 24|193|'
  '|192 11 19 20 21 22 23 24|204|'
  '|192 11 205||name,mode,state,cluster,deployed,id,provider,region,created_at,updated_at'
  '|192 11|206|name,id,mode,cluster,cloud,region,created_at,last change by,cluster_id,project id,updated_at'
  '|192 207 208 11 19 20 21 22 23 24|25|'
  '|208 209 192 11 19 20 21 22 26 23 24|206|'
  '|123 192 11 124 125 27 28 23 24|206|'
  '|192 11|206|state,deployed,id,last state,seconds,by,origin'
  '|192 11||name,state,deployed,id,mode,cluster'
  '|192 11||name,services,id,mode'
  '|192 11 124 125 23 24|206|state,deployed,id,last state,seconds,by,origin'
  '|192 11 124 125 27 28 23 24|206|state,deployed,id,last state,seconds,by,origin'
  '|210 192 11 19 20 21 22 124 125 23 24|206|state,deployed,id,last state,seconds,by,origin'
  '|211 192 11 19 20 21 22 124 125 23 24|206|state,deployed,id,last state,seconds,by,origin'
  '|212 213 214 215 216 11 19 20 21 22 23 24|206|name,id,mode,cluster,project id,created_at'
  '|217 218 219 220 221 222 192 11 19 20 21 22 124 125 23 24|206|state,deployed,environment id'
  '|192 11|206|auto stop,auto preview,timezone,start,stop,weekdays,id,auto deploy,auto delete,on demand preview,updated_at'
  '|223 197 224 225 199 226 200 201 202 203 192 11 19 20 21 22 26 23 24|206|auto stop,auto preview,timezone,start,stop,weekdays,id,auto deploy,auto delete,on demand preview,updated_at'
  '|206 192 11 227||created_at,status,applications,containers,databases,id,commits,tags,updated_at,triggered_by,origin'
  '|206 192 11||time,service,state,message,kind,hint,execution_id,id'
  '|206 228 192 11 205||name,state,deployment,branch,deployed,id,repository,commit,CPU millicores,memory MB,min,max,created_at'
  '|206 192 11|229|name,id,description,repository,branch,commit,build,dockerfile,CPU millicores,memory MB,min,max,ports,volumes,auto preview,created_at,root path,deployed tag,auto deploy,arguments,entrypoint,public ports,volume GB,environment id,updated_at'
  '|206 230 14 231 108 192 11 19 20 21 22 23 24 232 233 234 235 236 237 238 239 240 241 242 243 244 245 246 247 248 249 250 251 252 253 254 255 256 198 257|25|'
  '|230 14 231 108 258 206 192 11 19 20 21 22 26 259 120 23 24 233 234 235 236 237 238 239 232 240 241 242 243 244 245 246 247 248 249 250 251 260 252 261 262 253 254 255 256 198 257|229|'
  '|123 206 192 11 124 125 27 28 23 24|229|'
  '|206 192 11|229|state,deployment,deployed,id,details,message,execution_id'
  '|206 192 11||name,state,deployment,deployed,id,branch,message'
  '|263 264 206 192 11 124 125 23 24|229|state,deployment,deployed,id,details,message,execution_id'
  '|206 192 11 124 125 27 28 23 24|229|state,deployment,deployed,id,details,message,execution_id'
  '|206 192 11 124 125 23 24|229|state,deployment,deployed,id,details,message,execution_id'
  '|229 265 206 192 11 227||commit,message,author,created_at,tag,url'
  '|229 206 192 11||email,first name,last name,id,picture'
  '|229 206 192 11||url,port,default,qovery'
  '|229 206 192 11||time,message,pod,commit,version,id'
  '|229 206 192 11 227||created_at,status,commit,message,author,id,tag,updated_at'
  '|229 206 192 11 227||created_at,type,state,user,commit,id,last name,email,message'
  '|229 206 192 11||domain,status,cname,id,certificate,cdn,created_at'
  '|229 266 267 206 192 11 19 20 21 22 23 24|268|domain,id,status,cname,certificate,cdn,created_at'
  '|229 266 269 267 206 192 11 19 20 21 22 26 23 24|270|domain,id,status,cname,certificate,cdn,created_at'
  '|229 206 192 11 27 28 23 24|270|'
  '|229 206 192 11|270|domain,id,status,cname,certificate,cdn,created_at'
  '|206 192 11|229|'
  '|206 192 11 19 20 21 22 26 23 24 271 272 273 274 275 276 277 278 279 280 281 282 283 284 285 286 287 288 289 290 291 292 293 294 295 296 297 298 299 300 301 302 303 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319 320 321 322 323 324 325 326 327 328 329 330 331 332|229|'
  '|||'
  '|206 192 11|229|sticky session'
  '|260 206 192 11 19 20 21 22 26 23 24|229|sticky session'
  '|229 206 192 11||value,mode,type,id,created_at,updated_at'
  '|229 333 334 206 192 11 19 20 21 22 23 24|335|value,mode,type,id,created_at,updated_at'
  '|229 333 334 335 206 192 11 19 20 21 22 26 23 24|336|value,mode,type,id,created_at,updated_at'
  '|229 206 192 11 27 28 23 24|336|'
  '|229 206 192 11||name,id'
  '|229 206 192 11 19 20 21 22 23 24|25|name,id'
  '|229 206 192 11 27 28 23 24|337|'
  '|229 206 192 11||name,branch,id,repository,updated_at'
  '|229 206 192 11 23 24|338|'
  '|229 206 192 11 27 28 23 24|338|'
  '|229 206 192 11||name,type,version,mode,id,host,port,accessibility'
  '|229 206 192 11 23 24|339|name,id,type,version'
  '|229 206 192 11 27 28 23 24|339|'
  '|229 206 192 11||name,description,id,database,created_at'
  '|229 340 206 192 11 23 24|341|name,id,description'
  '|229 340 206 192 11 27 28 23 24|341|'
  '|206 192 11||application,running,min,max,status,running %,warning %,alert %,updated_at'
  '|206 192 11|229|running,min,max,running %,status,warning %,alert %,updated_at'
  '|206 192 11||application,used GB,size GB,used %,status,volumes'
  '|206 192 11|229|volume,used GB,size GB,used %,status,created_at,warning %,alert %'
  '|229 206 192 11||name,CPU millicores,CPU %,memory MB,memory %,created_at,CPU status,memory status,requested millicores,requested MB'
  '|206 192 11||name'
  '|342 206 192 11|229|time,instance,millicores,used %,requested millicores'
  '|342 206 192 11|229|time,instance,used MB,used %,requested MB'
  '|342 206 192 11|229|time,volume,used GB,used %,size GB,instance'
  '|342 206 192 11|229|time,instance,p95'
  '|342 206 192 11|229|time,message'
  '|206 228 192 11 205||name,state,deployment,image,tag,deployed,id,registry,CPU millicores,memory MB,min,max,created_at'
  '|206 192 11|343|name,id,image,tag,registry,CPU millicores,memory MB,min,max,ports,volumes,arguments,entrypoint,auto preview,created_at,description,auto deploy,public ports,volume GB,environment id,updated_at'
  '|206 230 14 231 108 192 11 19 20 21 22 23 24 344 345 346 241 242 243 244 245 246 247 248 249 250 251 252 255 256 198 257|25|'
  '|230 14 231 108 258 206 192 11 19 20 21 22 26 259 120 23 24 344 345 346 241 242 243 244 245 246 247 248 249 250 251 252 261 262 255 256 198 257|343|'
  '|123 206 192 11 124 125 27 28 23 24|343|'
  '|206 192 11|343|state,deployment,deployed,id,details,message,execution_id'
  '|206 192 11||name,state,deployment,deployed,id,tag,message'
  '|347 206 192 11 124 125 23 24|343|state,deployment,deployed,id,details,message,execution_id'
  '|206 192 11 124 125 27 28 23 24|343|state,deployment,deployed,id,details,message,execution_id'
  '|206 192 11 124 125 23 24|343|state,deployment,deployed,id,details,message,execution_id'
  '|217 218 219 220 221 222 192 11 19 20 21 22 124 125 23 24|206|state,deployed,environment id'
  '|11 346 19 20 21 22 23 24|344|state,deployed,environment id'
  '|11 346 19 20 21 22 23 24|344|state,deployed,environment id'
  '|343 206 192 11||url,port,default,qovery'
  '|343 206 192 11||time,message,pod,version,id'
  '|343 206 192 11||created_at,status,tag,image,id,name,arguments,entrypoint,updated_at'
  '|343 206 192 11||domain,status,cname,id,certificate,cdn,created_at'
  '|343 266 267 206 192 11 19 20 21 22 23 24|268|domain,id,status,cname,certificate,cdn,created_at'
  '|343 266 269 267 206 192 11 19 20 21 22 26 23 24|348|domain,id,status,cname,certificate,cdn,created_at'
  '|343 206 192 11 27 28 23 24|348|'
  '|343 206 192 11|348|domain,id,status,cname,certificate,cdn,created_at'
  '|206 192 11|343|'
  '|206 192 11 19 20 21 22 26 23 24 276 277 278 279 280 281 282 283 284 285 286 287 288 289 290 291 292 293 294 296 297 298 299 300 303 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319 320 349 321 322 323 324 325 326 327 328 329 330 331 332|343|'
  '|206 192 11|343|sticky session'
  '|260 206 192 11 19 20 21 22 26 23 24|343|sticky session'
  '|343 206 192 11||name,image,tag,id,updated_at'
  '|343 206 192 11 23 24|350|'
  '|343 206 192 11 27 28 23 24|350|'
  '|343 206 192 11||name,description,id,database,created_at'
  '|343 340 206 192 11 23 24|341|name,id,description'
  '|343 340 206 192 11 27 28 23 24|341|'
  '|206 192 11||container,running,min,max,status,running %,warning %,alert %,updated_at'
  '|206 192 11|343|running,min,max,running %,status,warning %,alert %,updated_at'
  '|206 192 11||container,used GB,size GB,used %,status,volumes'
  '|206 192 11|343|volume,used GB,size GB,used %,status,created_at,warning %,alert %'
  '|343 206 192 11||name,CPU millicores,CPU %,memory MB,memory %,created_at,CPU status,memory status,requested millicores,requested MB'
  '|206 192 11 205||name,state,type,version,mode,access,id,host,port,CPU millicores,memory MB,disk GB,deployed,created_at'
  '|206 192 11|340|name,id,type,version,mode,access,host,port,CPU millicores,memory MB,disk GB,created_at,description,machine,disk type,encrypted,environment id,updated_at'
  '|206 351 352 353 354 230 14 231 108 192 11 19 20 21 22 23 24 355 356 357 358|25|'
  '|354 230 355 351 14 359 231 358 108 356 258 357 206 192 11 19 20 21 22 26 259 120 23 24|340|'
  '|123 206 192 11 124 125 27 28 23 24|340|'
  '|206 192 11|340|state,deployment,deployed,id,details,message,execution_id'
  '|206 192 11||name,state,deployment,deployed,id,type,message'
  '|360 206 192 11 124 125 23 24|340|state,deployment,deployed,id,details,message,execution_id'
  '|206 192 11 124 125 27 28 23 24|340|state,deployment,deployed,id,details,message,execution_id'
  '|360 206 192 11 124 125 23 24|340|state,deployment,deployed,id,details,message,execution_id'
  '|340 206 192 11||name'
  '|206 192 11||type,version,mode'
  '|206 192 11|340|host,port,login'
  '|361 362 206 192 11 19 20 21 22 26 23 24|340|host,port,login'
  '|206 192 11||database,CPU %,memory MB,memory %,storage GB,storage %,CPU millicores,CPU status,memory status,storage status'
  '|206 192 11|340|CPU millicores,CPU %,CPU status,memory MB,memory %,memory status,storage GB,storage %,storage status'
  '|342 206 192 11|340|time,millicores,requested millicores,used %'
  '|342 206 192 11|340|time,used MB,requested MB,used %'
  '|342 206 192 11|340|time,used GB,requested GB,used %'
  '|342 206 192 11|340|time,instance,p95'
  '|342 206 192 11|340|time,message'
  '|340 206 192 11 227||created_at,status,id,name,updated_at'
  '|340 206 192 11 227||created_at,type,state,user,id,last name,email,message'
  '|340 206 192 11||name,branch,id,repository,updated_at'
  '|340 206 192 11 27 28 23 24|363|'
  '|340 206 192 11 227||name,state,message,created_at,id,updated_at'
  '|340 364 206 192 11 19 20 21 22 23 24|25|'
  '|340 206 192 11 27 28 23 24|365|'
  '|340 206 192 11||name,description,created_at,id,updated_at'
  '|340 206 192 11|366|name,id,description,created_at,database id,updated_at'
  '|340 14 206 192 11 19 20 21 22 23 24|25|'
  '|14 367 340 206 192 11 19 20 21 22 26 23 24|366|'
  '|340 206 192 11 27 28 23 24|366|'
  '|340 206 192 11|366|host,port,login'
  '|361 362 340 206 192 11 19 20 21 22 26 23 24|366|host,port,login'
  '|340 206 192 11|366|name,branch,id,repository,updated_at'
  '|340 206 192 11|366|name,image,tag,id,updated_at'
  '|229 343 206 192 11||key,value,scope,overrides,alias of,service,id,type,created_at,updated_at'
  '|229 343 206 192 368 369 370 11 19 20 21 22 23 24|371 372|key,value,scope,id,created_at,updated_at'
  '|229 343 206 192 14 369 373 370 374 11 19 20 21 22 26 23 24|375|key,value,scope,id,created_at,updated_at'
  '|229 343 206 192 11 27 28 23 24|375|'
  '|229 343 206 192 14 369 11 19 20 21 22 23 24|375 376|key,value,scope,overrides,id'
  '|229 343 206 192 14 369 11 19 20 21 22 23 24|375 377|key,alias of,scope,id'
  '|229 343 378 379 206 192 11 23 24|380|key,value,scope'
  '|229 343 206 192 11 23 24|381|key,value,done'
  '|229 343 206 192 11||key,scope,overrides,alias of,service,id,type,created_at,updated_at'
  '|229 343 206 192 14 369 370 372 11 19 20 21 22 23 24|371|key,scope,id,created_at,updated_at'
  '|229 343 206 192 14 369 373 374 11 19 20 21 22 26 23 24|382|key,scope,id,created_at,updated_at'
  '|229 343 206 192 11 27 28 23 24|382|'
  '|229 343 206 192 376 14 369 11 19 20 21 22 23 24|382|key,scope,overrides,id'
  '|229 343 206 192 14 369 11 19 20 21 22 23 24|382 377|key,alias of,scope,id'
  '|229 343 378 206 192 11 23 24|380|key,scope'
  '|||first name,last name,nickname,id,created_at,email,username,picture,updated_at'
  '|||name,owner,bot,id'
  '|95||name,branch,private,url,id'
  '|97 95||name'
  '|||link,invited'
  '|73 383 19 20 21 22 23 24||'
  '|||first name,last name,email,use,usage,company,size,role,hosting,questions,usage other,step,created_at'
  '|78 79 80 384 385 386 387 388 389 390 391 392 393 19 20 21 22 23 24||'
  '|394 192 11|206|name,kind,state,version,url,age,id,deployment'
  '|395||'
  '|||'
  '|||'
  '|396||'
  '|||name,active,organization,project,environment,api_url,token'
  '|||setting,value,origin'
  '||397|'
  '|398 399 400 401 402 403 404 405 406 407 408||'
  '|409|410|'
  '|411 412 413 414 415||'
  '|411 412 413 414 415||'
  '|||'
  '|||'
  '|||'
  '|||'
  '||416|shell,file,done'
  '||416|shell,file,done'
  '||416|'
  '|417 418 419 420 421 422 423 23 24|424|'
  '|||command,method,path,summary,operation,api,when'
)

_qovery() {
  local words base=0 quote= aside= pending= ended= node=0 leaf= given=' ' place=0 cur lead= typed= none=
  local own args= columns= id value matches=() i word rows=() now= nospace=
  local organization= cluster= project= environment= application= container= database= profile=
  local IFS=$' \t\n'
  COMPREPLY=()
  _qovery_split
  if [[ -n $aside ]]; then
    _qovery_value /
    return 0
  fi
  own='0 1 2 3 4 5 6 7 8 9 10'
  for ((i = 1; i < ${#words[@]} - 1; i++)); do
    _qovery_word "${words[i]}" || return 0
  done
  cur=${words[${#words[@]} - 1]}
  # With "set -e" a shell ends where something fails, but not in front of "||".
  _qovery_last || :
  _qovery_reply
}

# Words up to the cursor, without their quotes, and without the files of redirections; "aside" tells
# that the last one is such a file. "base" is how much of the last one readline leaves alone: what
# stands before the last unquoted character that breaks words for it, or before a quote that is
# still open.
_qovery_split() {
  local rest=${COMP_LINE:0:COMP_POINT} word= started= chunk char
  words=()
  while [[ -n $rest ]]; do
    chunk=${rest%%[[:space:]\'\"\\:=@\>\<\|\&\;\(]*}
    word+=$chunk rest=${rest:${#chunk}} started+=$chunk
    char=${rest:0:1} rest=${rest:1}
    case $char in
    '') ;;
    [[:space:]])
      if [[ -n $started ]]; then
        [[ -n $aside ]] || words+=("$word")
        aside=
      fi
      word= started= base=0
      ;;
    \\)
      word+=${rest:0:1} rest=${rest:1} started=1
      ;;
    \')
      chunk=${rest%%\'*} started=1
      if [[ $rest == *\'* ]]; then rest=${rest:${#chunk}+1}; else rest= quote=\' base=${#word}; fi
      word+=$chunk
      ;;
    \")
      started=1
      _qovery_quoted
      ;;
    [\<\>])
      # A number in front is part of it.
      [[ -z $started || -n $aside || $word != *[!0-9]* ]] || words+=("$word")
      word= started= base=0 aside=1 rest=${rest#"${rest%%[!<>\&|]*}"}
      ;;
    @)
      # The only one that readline takes into the word that it begins.
      [[ $COMP_WORDBREAKS == *@* ]] && base=${#word}
      word+=@ started=1
      ;;
    *)
      word+=$char started=1
      [[ $COMP_WORDBREAKS == *"$char"* ]] && base=${#word}
      ;;
    esac
  done
  words+=("$word")
}

# What stands in double quotes, of which the first is gone.
_qovery_quoted() {
  local chunk char start=${#word}
  quote=\"
  while [[ -n $rest ]]; do
    chunk=${rest%%[\"\\]*}
    word+=$chunk rest=${rest:${#chunk}}
    char=${rest:0:2} rest=${rest:1}
    case $char in
    \"*) quote= && return ;;
    \\[\"\\\$\`]) word+=${rest:0:1} rest=${rest:1} ;;
    \\*) word+=\\ ;;
    esac
  done
  base=$start
}

# One word before the last one. Fails where it makes no sense.
_qovery_word() {
  local i
  if [[ -n $pending ]]; then
    _qovery_note "$pending" "$1"
    pending=
  elif [[ -n $ended || $1 != -?* ]]; then
    _qovery_step "$1"
  elif [[ $1 == -- ]]; then
    ended=1
  elif [[ $1 == --*=* ]]; then
    _qovery_find "${1%%=*}" && _qovery_note "$id" "${1#*=}"
  elif [[ $1 == --* ]]; then
    _qovery_find "$1" && [[ -n $value ]] && pending=$id
  else
    for ((i = 1; i < ${#1}; i++)); do
      _qovery_find "-${1:i:1}" || continue
      [[ -n $value ]] || continue
      if ((i + 1 < ${#1})); then _qovery_note "$id" "${1:i+1}"; else pending=$id; fi
      break
    done
  fi
  [[ -z $none ]]
}

# A word that is no option: the name of a child, or an argument.
_qovery_step() {
  local all row=${_qovery_nodes[node]}
  if [[ -n $leaf ]]; then
    all=($args)
    ((place < ${#all[@]})) && given+="${all[place]} "
    place=$((place + 1))
    return
  fi
  row=" ${row/;/ } "
  [[ -n $1 && $row == *" $1:"* ]] || { none=1 && return; }
  row=${row#*" $1:"}
  node=${row%% *} own='0 1 2 3 4 5 6 7 8 9'
  row=${_qovery_nodes[node]}
  if [[ $row == \|* ]]; then
    leaf=1 columns=${row##*|} row=${row#?}
    own=${row%%|*} row=${row#*|}
    args=${row%%|*}
    own="$own $args 0 1 2 3 4 5 6 7 8 9"
  fi
}

# The option with this spelling: its id, and |VALUE if it takes one.
_qovery_find() {
  local flags
  for id in $own; do
    flags=${_qovery_options[id]}
    value=${flags#"${flags%%|*}"} flags=${flags%%|*}
    flags=${flags#\*}
    case " ${flags/;/ } " in
    *" $1 "*)
      given+="$id "
      return 0
      ;;
    esac
  done
  return 1
}

# What an option was given: the scope, and what selects the meaning of other words.
_qovery_note() {
  local flag=${_qovery_options[$1]#\*}
  flag=${flag%%[ ;|]*}
  typed+=" $flag=$2 "
  case $flag in
  --org) organization=$2 ;;
  --cluster) cluster=$2 ;;
  --project) project=$2 ;;
  --env) environment=$2 ;;
  --app) application=$2 ;;
  --container) container=$2 ;;
  --db) database=$2 ;;
  --profile) profile=$2 ;;
  esac
}

# The last word: fills "matches".
_qovery_last() {
  local all
  if [[ -n $pending ]]; then
    _qovery_value "${_qovery_options[pending]#*|}"
  elif [[ -z $ended && $cur == --*=* ]]; then
    lead=${cur%%=*}= cur=${cur#*=}
    _qovery_find "${lead%=}" && [[ -n $value ]] && _qovery_value "${value#|}"
  elif [[ -z $ended && $cur == -* ]]; then
    _qovery_flags
  elif [[ -z $leaf ]]; then
    for word in ${_qovery_nodes[node]%%;*}; do
      [[ $word == "$cur"* ]] && matches+=("${word%:*}")
    done
  else
    all=($args)
    if ((place >= ${#all[@]} && ${#all[@]} > 0)); then
      place=$((${#all[@]} - 1))
      [[ ${_qovery_options[${all[place]}]} == \** ]] || place=${#all[@]}
    fi
    if ((place < ${#all[@]})); then
      _qovery_value "${_qovery_options[${all[place]}]#*|}" argument
    elif [[ -z $ended ]]; then
      _qovery_flags
    fi
  fi
}

# The options that are not given yet. Short ones are offered to those who have typed a "-".
_qovery_flags() {
  local spec
  for id in $own; do
    spec=${_qovery_options[id]}
    case $spec in
    \**) spec=${spec#\*} ;;
    *) case $given in *" $id "*) continue ;; esac ;;
    esac
    for word in ${spec%%;*}; do
      [[ $word == "$cur"* && ($word == --* || -n $cur) ]] && matches+=("$word")
    done
  done
}

# What an option takes: #WORDS one of them, C columns, S something to sort by, F a filter,
# P a profile, / a file, @KINDS a name.
_qovery_value() {
  case $1 in
  '#'*) _qovery_add ${1#?} ;;
  C)
    _qovery_commas
    nospace=1
    _qovery_columns '' ''
    ;;
  S)
    _qovery_commas
    case $cur in
    -*) lead+=- cur=${cur#-} ;;
    esac
    nospace=1
    _qovery_columns '' ''
    ;;
  F)
    nospace=1
    _qovery_columns '' =
    ;;
  P)
    _qovery_context && _qovery_profiles
    ;;
  /) ((BASH_VERSINFO[0] > 3)) && compopt -o default ;;
  @*) _qovery_names "${1#@}" "${2-}" ;;
  esac
}

_qovery_add() {
  for word in "$@"; do
    [[ $word == "$cur"* ]] && matches+=("$word")
  done
}

# Only what stands behind the last comma is to be completed.
_qovery_commas() {
  case $cur in
  *,*) lead+=${cur%,*}, cur=${cur##*,} ;;
  esac
}

_qovery_columns() {
  local IFS=,
  for word in $columns; do
    [[ $word == "$cur"* ]] && matches+=("$1$word$2")
  done
}

# Hands the matches to readline: without what it leaves alone, and quoted as the word is. In a mere
# list of several they are as they are.
_qovery_reply() {
  local match listed=
  ((${#matches[@]} > 1)) && listed=${COMP_TYPE-}
  if [[ $listed == 63 ]]; then
    COMPREPLY=("${matches[@]}")
    return 0
  fi
  for match in "${matches[@]}"; do
    match=$lead$match
    match=${match:base}
    case $quote$match in
    *[!A-Za-z0-9_./,:=@+%-]*) _qovery_quote ;;
    esac
    # Readline closes no quote behind one of the same kind.
    [[ -n $quote && -z $listed && (-z $match || $match == *"$quote") ]] && match+=$quote
    COMPREPLY+=("$match")
  done
  [[ -n $nospace ]] && ((BASH_VERSINFO[0] > 3)) && compopt -o nospace
  return 0
}

_qovery_quote() {
  local i char out=
  for ((i = 0; i < ${#match}; i++)); do
    char=${match:i:1}
    case ${quote:-n}$char in
    \'\') char="'\\''" ;;
    \'*) ;;
    \"[\"\\\$\`]) char=\\$char ;;
    # Between double quotes only others keep it from calling up the history.
    \"\!) char="\"'!'\"" ;;
    \"*) ;;
    n[\ \	\'\"\\\>\<\|\&\;\(\)\$\`\!\*\?\[\]\{\}\~\#\^]) char=\\$char ;;
    esac
    out+=$char
  done
  match=$out
}

# Names of resources, from here on.

# Fills "matches" with the names of the kinds meant. Whatever the caches do not know for certain
# is asked from the program, and what a path names that begins no name.
_qovery_names() {
  local kinds=$1 dir names_dir
  if ! { _qovery_context && _qovery_scope; }; then
    _qovery_ask
  elif _qovery_meant && { ! _qovery_known "$2" || [[ $cur == */* && -z ${matches-} ]]; }; then
    matches=()
    _qovery_ask
  fi
}

# The names of all "kinds". Fails where the caches do not know them for certain.
_qovery_known() {
  local kind parent IFS=+
  for kind in $kinds; do
    _qovery_parent "$kind"
    case $? in
    1) return 1 ;;
    2) return 0 ;;
    esac
    _qovery_rows "$kind" "$parent" || return 1
    _qovery_take "$1"
  done
}

# The pointer file says which profile is active and what it keeps.
_qovery_context() {
  local cache config home=${HOME-}
  case $OSTYPE in
  darwin*) cache=$home/Library/Caches/qovery config="$home/Library/Application Support/qovery" ;;
  msys* | cygwin* | win*) return 1 ;;
  *)
    cache=$home/.cache/qovery config=$home/.config/qovery
    [[ ${XDG_CACHE_HOME-} == /* ]] && cache=${XDG_CACHE_HOME%/}/qovery
    [[ ${XDG_CONFIG_HOME-} == /* ]] && config=${XDG_CONFIG_HOME%/}/qovery
    ;;
  esac
  dir=${QOVERY_CACHE_DIR:-$cache}/completion config=${QOVERY_CONFIG_DIR:-$config}
  dir=${dir/#\~/$home} config=${config/#\~/$home}
  _qovery_now && _qovery_read "$dir/context" || return 1
  [[ ${rows[0]} == 'qovery 1 '* && ${rows[1]} == "config ${config%/}/config.json" ]] || return 1
  [[ ! ${config%/}/config.json -nt $dir/context ]]
}

_qovery_profiles() {
  for word in "${rows[@]}"; do
    [[ $word == "profile $cur"* ]] && matches+=("${word#profile }")
  done
}

# What counts of the scope, as config/scope.py has it: options, variables, the profile; a source
# that names a level cuts off the lower ones of weaker sources. Fails where a .qovery.yaml, which
# comes before the profile, is near.
_qovery_scope() {
  local name=$profile cut=0 url= token= mine= line here=$PWD
  while :; do
    [[ -e ${here%/}/.qovery.yaml ]] && return 1
    [[ -z $here || $here == "${HOME-}" ]] && break
    here=${here%/*}
  done
  name=${name:-${QOVERY_PROFILE-}}
  _qovery_cut
  _qovery_fill "${QOVERY_ORGANIZATION-}" "${QOVERY_CLUSTER-}" "${QOVERY_PROJECT-}" "${QOVERY_ENVIRONMENT-}" \
    "${QOVERY_APPLICATION-}" "${QOVERY_CONTAINER-}" "${QOVERY_DATABASE-}"
  local o= c= p= e= a= n= d=
  for line in "${rows[@]}"; do
    case $line in
    active\ *) name=${name:-${line#* }} ;;
    profile\ *) mine= && [[ ${line#* } == "$name" ]] && mine=1 ;;
    esac
    [[ -n $mine ]] || continue
    case $line in
    api_url\ *) url=${line#* } ;;
    organization\ *) o=${line#* } ;;
    cluster\ *) c=${line#* } ;;
    project\ *) p=${line#* } ;;
    environment\ *) e=${line#* } ;;
    application\ *) a=${line#* } ;;
    container\ *) n=${line#* } ;;
    database\ *) d=${line#* } ;;
    esac
  done
  _qovery_fill "$o" "$c" "$p" "$e" "$a" "$n" "$d"
  if [[ -z $profile ]]; then
    url=${QOVERY_API_URL:-$url}
    [[ -n ${QOVERY_API_TOKEN-}${QOVERY_CLI_ACCESS_TOKEN-}${Q_CLI_ACCESS_TOKEN-} ]] && token=+token
  fi
  [[ $name == [A-Za-z0-9]* && $name != *[!A-Za-z0-9._-]* ]] || return 1
  [[ $url == https://api.qovery.com ]] && url=
  names_dir=$name${url:+@${url//[!A-Za-z0-9]/_}}$token
  names_dir=$dir/${names_dir:0:150}
}

# How much the levels that are named so far cut off of what comes.
_qovery_cut() {
  local most=0
  [[ -n $environment$application$container$database ]] && most=1
  [[ -n $project ]] && most=2
  [[ -n $organization ]] && most=3
  ((most > cut)) && cut=$most
  return 0
}

_qovery_fill() {
  organization=${organization:-$1}
  if ((cut < 3)); then cluster=${cluster:-$2} project=${project:-$3}; fi
  if ((cut < 2)); then environment=${environment:-$4}; fi
  if ((cut < 1)); then
    application=${application:-$5} container=${container:-$6} database=${database:-$7}
  fi
  _qovery_cut
}

# Of several kinds, those whose parent is the deepest that the scope names.
_qovery_meant() {
  local IFS='|' one best= depth deepest=-1
  [[ $kinds == *'|'* ]] || return 0
  for one in $kinds; do
    case $one in
    *\?*)
      case $typed in *" ${one#*\?} "*) kinds=${one%%\?*} && return 0 ;; esac
      continue
      ;;
    esac
    _qovery_level "$one"
    [[ -n ${!level} ]] || continue
    case $level in organization) depth=0 ;; project | cluster) depth=1 ;; environment) depth=2 ;; *) depth=3 ;; esac
    if ((depth > deepest)); then best=$one deepest=$depth; elif ((depth == deepest)); then best=; fi
  done
  kinds=$best
  [[ -n $kinds ]]
}

# The level that a kind lies in.
_qovery_level() {
  case $1 in
  cluster | project | registry | token | webhook | member | invite | invoice | creditCard | awsCredentials | scalewayCredentials | digitalOceanCredentials) level=organization ;;
  environment | projectRule | projectVariable | projectSecret) level=project ;;
  application | container | database | environmentVariable | environmentSecret) level=environment ;;
  applicationDomain | restriction | tag | applicationVariable | applicationSecret) level=application ;;
  containerDomain | containerVariable | containerSecret) level=container ;;
  logicalDatabase | backup) level=database ;;
  *) level= ;;
  esac
}

# The id of what a kind lies in. Fails with 1 where only the program can tell, with 2 where the
# scope does not say it.
_qovery_parent() {
  local level text
  _qovery_level "$1"
  parent=
  [[ -z $level ]] && return 0
  text=${!level}
  if [[ -n $text ]]; then
    [[ $text == [0-9a-f]*-*-*-*-* && ${#text} == 36 ]] && parent=$text && return 0
    case $text in */* | *%* | *\$* | *\`* | [[:space:]]* | *[[:space:]]) return 1 ;; esac
  elif [[ $level != organization ]]; then
    return 2
  fi
  local outer=$level
  _qovery_parent "$outer" || return $?
  _qovery_rows "$outer" "$parent"
  (($? > 1)) && return 1
  _qovery_meaning
}

# The id of what "text" names in "rows", or of the only one.
_qovery_meaning() {
  local line found=() folded
  if [[ -z $text ]]; then
    ((${#rows[@]} > 1)) && return 2
    found=("${rows[@]}")
  else
    for line in "${rows[@]}"; do [[ $line == "$text"$'\t'* ]] && found+=("$line"); done
    if ((${#found[@]} == 0)); then
      shopt -q nocasematch || folded=1
      shopt -s nocasematch
      for line in "${rows[@]}"; do [[ $line == "$text"$'\t'* ]] && found+=("$line"); done
      [[ -n $folded ]] && shopt -u nocasematch
    fi
  fi
  ((${#found[@]} == 1)) || return 1
  parent=${found[0]##*$'\t'}
}

# The lines of a list in "rows"; fails with 1 if they are too old, with 2 if there are none.
_qovery_rows() {
  local until file=$names_dir/$1${2:+.$2}
  _qovery_read "$file" || return 2
  until=${rows[0]}
  unset 'rows[0]'
  rows=("${rows[@]}")
  [[ ${#until} -lt 16 && $until == [0-9]* && $until != *[!0-9]* ]] || { rows=() && return 2; }
  ((10#$until > now))
}

# A file's lines in "rows", of a file that may be anything.
_qovery_read() {
  local first=
  rows=()
  [[ -f $1 && -r $1 ]] || return 1
  { IFS= read -r -n 32 first; } <"$1" 2>/dev/null
  case $first in '' | *[!0-9qovery\ ]*) return 1 ;; esac
  mapfile -t -n 5001 rows <"$1" 2>/dev/null
}

# The time, as far as this bash knows it.
_qovery_now() {
  now=${EPOCHSECONDS:-}
  [[ -n $now ]] && return
  ((BASH_VERSINFO[0] > 4 || (BASH_VERSINFO[0] == 4 && BASH_VERSINFO[1] > 1))) || return 1
  printf -v now '%(%s)T' -1
}

# Adds the names of "rows". A name that looks like an option is given by its id as an argument.
_qovery_take() {
  local line
  for line in "${rows[@]}"; do
    case $line in
    -*) [[ -n $1 && -z $ended ]] && line=${line##*$'\t'} ;;
    esac
    case $line in
    "$cur"*) matches+=("${line%%$'\t'*}") ;;
    esac
  done
}

# The one process, for what the caches do not know. It knows the same rules, and ends in a second.
_qovery_ask() {
  local line program=${words[0]/#\~/${HOME-}} IFS=$'\n'
  type -P -- "$program" >/dev/null || program=qovery
  type -P -- "$program" >/dev/null || return
  while read -r line; do
    line=${line%%$'\t'*} line=${line#"$lead"}
    [[ -n $line && $line == "$cur"* ]] && matches+=("$line")
  done <<<"$("$program" __complete bash "${words[@]:1}" 2>/dev/null)"
}

complete -F _qovery qovery
