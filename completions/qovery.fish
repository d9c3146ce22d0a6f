# Completion of qovery for fish. Made by `python -m qovery_cli.completion`: do not edit.
#
# Everything is answered without a process, names of resources too as long as the caches know them;
# else __qovery_ask starts the one that can ask the API. Functions read and write the locals of
# __qovery_complete by --no-scope-shadowing. What takes time in fish: every command, however small;
# functions, which take as much as five; command substitutions, which take as much as twenty, so that
# parts of texts are taken by named groups, which need fish 3.2. The tables stand at the end, because
# fish counts the lines in front of each block that it enters.

# Before 3.5 fish cannot tell the time without a process.
set -g __qovery_reads
contains path (builtin -n); and set __qovery_reads 1

# The names in front are locals, empty at first: a "set -l" for each would be a command for each.
# All that is found by a named group is among them, as it would be found in a global one otherwise.
function __qovery_complete -a pending ended typed given value id lead leaf mine its args heads columns \
        profile organization cluster project environment application container database \
        flag text letter rest child before kinds several ones kind key parts folder found name file
    set -l words (commandline -opc; commandline -ct)
    set -l last $words[-1]
    set -l program $words[1]
    set -e words[1 -1]
    # An open quote is no error, but half of a word.
    string match -q -r '^[\w./:@,=+-]*$' -- $last
    or set last (string unescape -- $last; or string replace -a -r '["\']' '' -- $last)
    set -l own 1 2 3 4 5 6 7 8 9 10 11
    set -l node 1
    set -l place 1
    __qovery_words; and __qovery_last
end

# The words before the last one. Fails where one makes no sense.
function __qovery_words --no-scope-shadowing
    for word in $words
        if set -q pending[1]
            __qovery_note $pending[1] $word
            set pending
            continue
        end
        # Behind "--" no word begins with a "-".
        switch "$ended$word"
            case --
                set ended +
            case '--*=*'
                string match -q -r '^(?<flag>--[^=]*)=(?<text>.*)' -- $word
                __qovery_find $flag; and __qovery_note $id $text
            case '--*'
                __qovery_find $word; and set -q value[1]; and set pending $id $value
            case '-?*'
                set -l rest $word
                while string match -q -r '^-(?<letter>.)(?<rest>.*)' -- -$rest
                    test $letter = -; and continue
                    __qovery_find -$letter; and set -q value[1]; or continue
                    if test -n "$rest"
                        __qovery_note $id $rest
                    else
                        set pending $id $value
                    end
                    break
                end
            case '*'
                __qovery_step; or return
        end
    end
    return 0
end

# A word that is no option: the name of a child, or an argument.
function __qovery_step --no-scope-shadowing
    if set -q leaf[1]
        set -q args[$place]; and set given "$given$args[$place]|"
        set place (math $place + 1)
        return 0
    end
    string match -q -r '^[\w-]+$' -- $word; or return 1
    string match -q -r '^(?<child>\d+):'$word'\t' -- \
        $__qovery_kids[$__qovery_first[$node]..$__qovery_final[$node]]
    or string match -q -r ' (?<child>\d+):'$word' ' -- " $__qovery_nodes[$node] "
    or return 1
    set node $child
    set own 1 2 3 4 5 6 7 8 9 10
    if string match -q -r '^\|(?<mine>[^|]*)\|(?<its>[^|]*)\|(?<heads>.*)' -- $__qovery_nodes[$node]
        set leaf 1
        string match -q -r -a '(?<args>\d+)' -- $its
        string match -q -r -a '(?<mine>\d+)' -- $mine
        set own $mine $args $own
    end
    return 0
end

# The option with this spelling: its id, and |VALUE if it takes one.
function __qovery_find --no-scope-shadowing
    string match -q -r '^[\w-]+$' -- $argv[1]; or return 1
    string match -q -r '^(?<id>\d+):\*?(?:[^|\t]*[ ;])?'$argv[1]'(?=[; |\t])[^|\t]*(?<value>\|[^\t]*)?\t' -- \
        $__qovery_options[$own]
    or return 1
    set given "$given$id|"
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
        __qovery_value "$pending[2]"
    else if not set -q ended[1]; and string match -q -r '^(?<lead>(?<flag>--[^=]*)=)' -- "$last"
        __qovery_find $flag; and set -q value[1]; and __qovery_value $value
    else if not set -q ended[1]; and string match -q -- '-*' "$last"
        __qovery_flags
    else if not set -q leaf[1]
        string replace -r '^\d+:' '' -- $__qovery_kids[$__qovery_first[$node]..$__qovery_final[$node]]
    else
        if not set -q args[$place]; and set -q args[1]
            string match -q -r '^\d+:\*' -- $__qovery_options[$args[-1]]; and set place (count $args)
        end
        if set -q args[$place]
            string match -q -r '^[^|\t]*(?<value>\|[^\t]*)' -- $__qovery_options[$args[$place]]
            __qovery_value "$value" argument
        else if not set -q ended[1]
            __qovery_flags
        end
    end
end

# The options that are not given yet. Short ones are offered to those who have typed a "-".
function __qovery_flags --no-scope-shadowing
    set -l left '^(?!(?:'"$given"'x):[^*])\d+:\*?'
    string replace -f -r -- $left'(--[^ ;]+).*(\t.*)$' '$1$2' $__qovery_options[$own]
    string replace -f -r -- $left'--[^ ;]+ (--[^ ;]+).*(\t.*)$' '$1$2' $__qovery_options[$own]
    string match -q -- '-*' "$last"
    and string replace -f -r -- $left'[^;]*?(-[^-;])[;|].*(\t.*)$' '$1$2' $__qovery_options[$own]
end

# What an option takes: #WORDS one of them, C columns, S something to sort by, F a filter,
# P a profile, / a file, @KINDS a name.
function __qovery_value --no-scope-shadowing
    switch $argv[1]
        case '|#*'
            string match -q -r -a '(?<found>[^ |#]+)' -- $argv[1]
            printf '%s\n' "$lead"$found
        case '|C'
            string match -q -r -a '(?<columns>[^,]+)' -- $heads
            string match -q -r '^(?<before>.*,)' -- "$last"; or set before $lead
            printf '%s\n' "$before"$columns
        case '|S'
            string match -q -r -a '(?<columns>[^,]+)' -- $heads
            string match -q -r '^(?<before>.*,-?|--[^=]*=-?|-)' -- "$last"
            printf '%s\n' "$before"$columns
        case '|F'
            string match -q -r -a '(?<columns>[^,]+)' -- $heads
            printf '%s\n' "$lead"$columns=
        case '|P'
            set -l dir; set -l rows
            __qovery_context; and string replace -f -r -- '^profile ' "$lead" $rows
        case '|/'
            __fish_complete_path (string replace -- "$lead" '' "$last") | string replace -r -- '^' "$lead"
        case '|@*'
            __qovery_names $argv[1] $argv[2]
    end
end

# Names of resources, from here on.

# Prints the names of the kinds meant, which are "|@KINDS". Whatever the caches do not know for certain
# is asked from the program, and what a path names that begins no name. A row is NAME, tab, ID, and of
# which kind it is if there are several.
function __qovery_names --no-scope-shadowing -a kinds is_argument dir names_dir rows parent
    string match -q -r '^\|@(?<kinds>.*)' -- $kinds
    if not begin
            __qovery_context; and __qovery_scope
        end
        __qovery_ask
        return
    end
    if string match -q '*|*' -- $kinds
        __qovery_meant; or return 0
    end
    if not __qovery_known; or __qovery_leads
        __qovery_ask
        return
    end
    # A name that looks like an option is given by its id as an argument.
    if set -q is_argument[1]; and not set -q ended[1]; and string match -q -- '-*' $rows
        string replace -f -r -- '^(-[^\t]*)\t([^\t]*).*' '$2\t$1' $rows
        string replace -f -r -- '^([^-\t][^\t]*)\t[^\t]*' "$lead\$1" $rows
    else if set -q lead[1]; or string match -q '*+*' $kinds
        string replace -f -r -- '^([^\t]+)\t[^\t]*' "$lead\$1" $rows
    else
        # Nothing is put together, which takes half of the time.
        string match -r -- '^[^\t]+(?=\t)' $rows
    end
    return 0
end

# The rows of all "kinds". Fails where the caches do not know them for certain.
function __qovery_known --no-scope-shadowing
    string match -q -r -a '(?<several>[^+]+)' -- $kinds
    set -l names
    for kind in $several
        __qovery_parent $kind
        switch $status
            case 1
                return 1
            case 2
                break
        end
        __qovery_list $kind $parent; and __qovery_is_new; or return 1
        set -q several[2]; or return 0
        set -a names $rows\t$kind
    end
    set rows $names
    return 0
end

# Whether the word is a path, as it begins no row.
function __qovery_leads --no-scope-shadowing
    string match -q -- '*/*' "$last"; or return
    set -l typed (string replace -- "$lead" '' "$last" | string escape --style=regex)
    not string match -q -r -- "^$typed" $rows
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
    if string match -q -r '^~|./$' -- $config $cache
        set config (string replace -r '^~' $HOME -- $config | string trim -r -c /)
        set cache (string replace -r '^~' $HOME -- $cache)
    end
    set dir $cache/completion
    set config $config/config.json
    __qovery_read $dir/context '^qovery 1 '; and test "$rows[2]" = "config $config"; or return 1
    test $config -nt $dir/context; and return 1
    return 0
end

# What counts of the scope, as config/scope.py has it: options, variables, the profile; a source
# that names a level cuts off the lower ones of weaker sources. Fails where a .qovery.yaml, which
# comes before the profile, is near.
function __qovery_scope --no-scope-shadowing
    set -l here ''
    set -l near
    string match -q -r -a '(?<parts>/[^/]+)' -- $PWD
    for part in $parts
        set here $here$part
        # Above the home directory nothing counts.
        test "$here" = "$HOME"; and set near
        test -e $here/.qovery.yaml; and set near 1
    end
    set -q near[1]; and return 1
    __qovery_fill "$QOVERY_ORGANIZATION" "$QOVERY_CLUSTER" "$QOVERY_PROJECT" \
        "$QOVERY_ENVIRONMENT" "$QOVERY_APPLICATION" "$QOVERY_CONTAINER" "$QOVERY_DATABASE"
    set -l name $profile
    set -q name[1]; or set name $QOVERY_PROFILE
    test -n "$name"; or string match -q -r '^active (?<name>.*)' -- $rows
    string match -q -r '^[A-Za-z0-9][A-Za-z0-9._-]*$' -- "$name"; or return 1
    set -l url
    set -l kept '' '' '' '' '' '' ''
    set -l is_mine
    for row in $rows
        if string match -q 'profile *' -- $row
            set is_mine
            test $row = "profile $name"; and set is_mine 1
        else if set -q is_mine[1]; and string match -q -r '^(?<key>\S+) (?<text>.*)' -- $row
            switch $key
                case api_url
                    set url $text
                case organization
                    set kept[1] $text
                case cluster
                    set kept[2] $text
                case project
                    set kept[3] $text
                case environment
                    set kept[4] $text
                case application
                    set kept[5] $text
                case container
                    set kept[6] $text
                case database
                    set kept[7] $text
            end
        end
    end
    __qovery_fill $kept
    set -l token
    if not set -q profile[1]
        test -n "$QOVERY_API_URL"; and set url $QOVERY_API_URL
        test -n "$QOVERY_API_TOKEN$QOVERY_CLI_ACCESS_TOKEN$Q_CLI_ACCESS_TOKEN"; and set token +token
    end
    test "$url" = https://api.qovery.com; and set url
    if test -n "$url"
        # It is the same at nearly every TAB.
        test "$url" = "$__qovery_url[1]"
        or set -g __qovery_url $url @(string replace -a -r '[^A-Za-z0-9]' _ -- $url)
        set url $__qovery_url[2]
    end
    string match -q -r '^(?<folder>.{1,150})' -- "$name$url$token"
    set names_dir $dir/$folder
end

# Fills the levels that are not named yet; a level that is named cuts off the lower ones, the
# organization the cluster as well.
function __qovery_fill --no-scope-shadowing
    test -n "$organization"; and return 0
    set organization $argv[1]
    test -n "$cluster"; or set cluster $argv[2]
    test -n "$project"; and return 0
    set project $argv[3]
    if test -n "$environment$application$container$database"
        test -n "$environment"; or set environment $argv[4]
        return 0
    end
    set environment $argv[4]
    set application $argv[5]
    set container $argv[6]
    set database $argv[7]
end

# Of several kinds, those whose parent is the deepest that the scope names.
function __qovery_meant --no-scope-shadowing
    set -l best
    set -l deepest -1
    string match -q -r -a '(?<ones>[^|]+)' -- $kinds
    for one in $ones
        if string match -q -r '^(?<kind>[^?]*)\?(?<flag>[^=]*)=(?<text>.*)' -- $one
            __qovery_find $flag; and contains -- "$id=$text" $typed; or continue
            set kinds $kind
            return 0
        end
        set -l level __qovery_in_$one
        set level $$level
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

# The id of what a kind lies in. Fails with 1 where only the program can tell, with 2 where the
# scope does not say it.
function __qovery_parent --no-scope-shadowing
    set -l level __qovery_in_$argv[1]
    set level $$level
    set parent
    set -q level[1]; or return 0
    set -l text $$level
    set -l name '[^\t\n]*'
    if test -n "$text"
        if string match -q -r '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' -- $text
            set parent $text
            return 0
        end
        string match -q -r '[/%$`]|^\s|\s$' -- $text; and return 1
        set name $text
        string match -q -r '^[\w-]+$' -- $text; or set name (string escape --style=regex -- $text)
    else if test $level != organization
        return 2
    end
    # Above the organization there is nothing.
    if test $level != organization
        __qovery_parent $level; or return $status
    end
    __qovery_list $level $parent; or return 1
    # All in one text, each after a newline: of several, only the first that matches would count.
    set rows \n$rows
    string match -q -r -a '\n'$name'\t(?<found>\S+)' -- "$rows"
    or string match -q -r -a '(?i)\n'$name'\t(?<found>\S+)' -- "$rows"
    or return 1
    if set -q found[2]
        test -n "$text"; and return 1
        return 2
    end
    set parent $found
end

# The lines of a list in "rows", the first of which says until when they are known.
function __qovery_list --no-scope-shadowing
    set -q argv[2]; and set argv[1] $argv[1].$argv[2]
    __qovery_read $names_dir/$argv[1] '^\d{1,15}$'
end

# Tells if a list is still known, from when it was written and how long ago that is.
function __qovery_is_new --no-scope-shadowing
    set -l ago (path mtime -- $file; path mtime -R -- $file)
    # What math prints would take one more substitution. It fails where it divides by nothing.
    math "1 / max(0, $rows[1] - $ago[1] - $ago[2])" >/dev/null 2>&1
end

# A "file"'s lines in "rows", of a file that may be anything. Fails where the first one is not as the
# pattern says.
function __qovery_read --no-scope-shadowing
    set rows
    set file $argv[1]
    set -q __qovery_reads[1]; and path is -fr -- $file; or return 1
    read -z -d \n -a rows <$file 2>/dev/null
    string match -q -r $argv[2] -- "$rows[1]"; or return 1
    set -q rows[5002]; and set -e rows[5002..-1]
    return 0
end

# The one process, for what the caches do not know. It knows the same rules, and ends in a second.
function __qovery_ask --no-scope-shadowing
    set program (string replace -r '^~/' $HOME/ -- $program)
    type -q -- $program; or set program qovery
    type -q -- $program; or return
    command $program __complete fish $words "$last" 2>/dev/null
end

# Options: NUMBER:[*]SHOWN...;ACCEPTED...[|VALUE], a tab, and what it is for; * for those that may be
# repeated. What VALUE means is told by __qovery_value.
set -g __qovery_options \
    '1:--output -o;|#table wide json ndjson yaml csv tsv name id	Output format' \
    '2:--query -q;|	Select from the JSON output with a JMESPath query' \
    '3:--columns;|C	Columns to show, separated by commas' \
    '4:--sort-by;|S	Sort a list by a field; -FIELD for descending order' \
    '5:*--filter;|F	List only items with this value; also != and ~= (contains)' \
    '6:--no-headers;	Do not print column headers' \
    '7:--profile;|P	Profile to use' \
    '8:--debug;	Log requests to stderr, with secrets masked' \
    '9:;--json	The same as -o json' \
    '10:--help -h;	Show this help' \
    '11:--version -V;	Show the version' \
    '12:--org;--organization|@organization	Organization name or ID' \
    '13:--plan;|#FREE PROFESSIONAL BUSINESS ENTERPRISE TEAM TEAM_YEARLY ENTERPRISE_YEARLY USER_2025 TEAM_2025 BUSINESS_2025 ENTERPRISE_2025	Billing plan' \
    '14:*--admin-email;|	E-mail address of an administrator to notify' \
    '15:--description;|	Short description' \
    '16:;--icon-url|	URL of the icon' \
    '17:--logo-url;|	URL of the logo' \
    '18:--repository;|	URL of the main git repository' \
    '19:--website;|	URL of the website' \
    '20:--file -f;|/	Read the request body from a YAML or JSON file; - for stdin' \
    '21:*--set;|	Set a body field: a.b[0]=text, a:=JSON or a=@FILE' \
    '22:--skeleton;	Print a body to fill in, and exit' \
    '23:--no-validate;	Send the request without checking it first' \
    '24:--dry-run;	Print the requests without sending them' \
    '25:--explain;	Print the requests as curl commands without sending them' \
    '26:--name;|	Name, unique regardless of case' \
    '27:--replace;	Send only what is given, without the current values' \
    '28:--yes -y;	Do not ask for confirmation' \
    '29:--confirm;|	Confirm with the name of the resource instead of being asked' \
    '30:--creator-name;|	List only tokens created by this person' \
    '31:--name;|	List only tokens with this name' \
    '32:--role-id;|	ID of the role' \
    '33:--scope;|#ADMIN	Permissions of the token' \
    '34:--token;|@token	API token name or ID' \
    '35:--webhook;|@webhook	Webhook URL, description or ID' \
    '36:*--event;|#DEPLOYMENT_STARTED DEPLOYMENT_CANCELLED DEPLOYMENT_FAILURE DEPLOYMENT_SUCCESSFUL	Event to send' \
    '37:--kind;|#STANDARD SLACK	Kind of receiver: any HTTP server (STANDARD) or Slack' \
    '38:--enabled --no-enabled;	Enable the webhook' \
    '39:*--mode;|#DEVELOPMENT PREVIEW PRODUCTION STAGING	Send events only for environments of this mode' \
    '40:*--project-name;|	Send events only for projects whose name matches; * and ? are wildcards' \
    '41:--webhook-secret;|	Secret to send with each event' \
    '42:--url;|	URL to send events to' \
    '43:--registry;|@registry	Container registry name or ID' \
    '44:--kind;|#ECR SCALEWAY_CR DOCKER_HUB PUBLIC_ECR DOCR GITHUB_CR GITHUB_ENTERPRISE_CR GITLAB_CR GENERIC_CR GCP_ARTIFACT_REGISTRY AZURE_CR	Kind of registry' \
    '45:--password;|	Password on the registry' \
    '46:--region;|	Cloud region, such as eu-west-3' \
    '47:--url;|	URL of the registry, such as https://docker.io' \
    '48:--username;|	User name on the registry' \
    '49:--access-key-id;|	Access key ID' \
    '50:--role-arn;|	ARN of the role to assume' \
    '51:--secret-access-key;|	Secret access key' \
    '52:--scaleway-access-key;|	Scaleway access key' \
    '53:--scaleway-project-id;|	Scaleway project ID' \
    '54:--scaleway-secret-key;|	Scaleway secret key' \
    '55:--gcp-credentials-type;|#workload_identity_federation	How to authenticate to Google Cloud' \
    '56:--gcp-project-id;|	Google Cloud project ID' \
    '57:--json-credentials;|	Service account key, as JSON' \
    '58:--service-account-email;|	E-mail address of the service account' \
    '59:--token-lifetime;|	Lifetime of an access token, in seconds' \
    '60:--workload-identity-provider;|	Resource name of the workload identity provider' \
    '61:--azure-subscription-id;|	Azure subscription ID' \
    '62:--azure-tenant-id;|	Azure tenant ID' \
    '63:--cloud;|#aws scaleway do	Cloud provider of the credentials' \
    '64:--credentials;|@awsCredentials?--cloud=aws|scalewayCredentials?--cloud=scaleway|digitalOceanCredentials?--cloud=do	Credentials name or ID' \
    '65:--type;|#AWS_ROLE AWS_STATIC EKS_ANYWHERE_VSPHERE_ROLE EKS_ANYWHERE_VSPHERE_STATIC	Kind of credentials; AWS_STATIC (keys) unless a role is given' \
    '66:--scaleway-organization-id;|	Scaleway organization ID' \
    '67:--do-token;|	DigitalOcean API token' \
    '68:--spaces-access-id;|	Spaces access key ID' \
    '69:--spaces-secret-key;|	Spaces secret key' \
    '70:--vsphere-password;|	vSphere password' \
    '71:--vsphere-user;|	vSphere user' \
    '72:--cluster;|@cluster	Cluster name or ID' \
    '73:--plan;|	New plan, such as BUSINESS' \
    '74:--code;|	Code to redeem' \
    '75:--address;|	Street and number' \
    '76:--city;|	City' \
    '77:--company;|	Company' \
    '78:--country-code;|	Two-letter country code, such as FR' \
    '79:--email;|	E-mail address' \
    '80:--first-name;|	First name' \
    '81:--last-name;|	Last name' \
    '82:--state;|	State, where applicable' \
    '83:--vat-number;|	VAT number' \
    '84:--zip;|	Postal code' \
    '85:--invoice;|@invoice	Invoice date or ID' \
    '86:--to;|/	File to write; - for stdout' \
    '87:--cvv;|	Security code (CVV) of the card' \
    '88:--expires;--expiry-month|	Expiry date of the card' \
    '89:--number;|	Card number' \
    '90:--card-token;|	Token of the card from the payment provider' \
    '91:;--expiry-year|	Expiry year of the card, if --expires has only the month' \
    '92:--card;|@creditCard	Credit card last digits or ID' \
    '93:--code;|	Code from the address GitHub redirects to' \
    '94:--installation-id;|	Installation ID from the same address' \
    '95:--force --no-force;	Disconnect even if applications use it' \
    '96:--provider;|#github gitlab bitbucket	Git provider' \
    '97:--git-token;|	ID of the git token to use' \
    '98:--name;|	Repository, as owner/name' \
    '99:--member;|@member	Member e-mail, name, nickname or ID' \
    '100:--role;|#ADMIN DEVELOPER OWNER VIEWER	Role in the organization' \
    '101:--invite;|@invite	Invitation e-mail or ID' \
    '102:--to;|@member	New owner, by e-mail, name or ID' \
    '103:--cloud;|#AWS DIGITAL_OCEAN SCALEWAY SCW GCP DO AZURE OVH CIVO HETZNER ORACLE IBM ON_PREMISE	Cloud provider' \
    '104:--cloud-provider-credentials;|	Cloud credentials to use, as JSON' \
    '105:*--feature;|	Feature to enable, as id=ID,value=VALUE; see \'qovery cluster provider features\'' \
    '106:--infrastructure-charts-parameters;|	Parameters of the charts installed on the cluster, as JSON' \
    '107:--keda --no-keda;	Enable event-driven scaling (KEDA)' \
    '108:--kubernetes;|#K3S MANAGED SELF_MANAGED PARTIALLY_MANAGED	Kind of Kubernetes cluster' \
    '109:*--labels-group;|	Labels group to apply, as id=ID' \
    '110:--metrics-parameters;|	Metrics parameters, as JSON' \
    '111:--production --no-production;	Mark the cluster as a production cluster' \
    '112:*--secret-manager-access;|	Access to a secret manager, as JSON' \
    '113:--disk-iops;|	Disk throughput per node, in operations per second (IOPS)' \
    '114:--disk-size;|	Disk size per node, in GB' \
    '115:--disk-throughput;|	Disk throughput per node, in MB per second' \
    '116:--instance-type;|	Instance type of the nodes, such as t3a.large' \
    '117:--max-nodes;|	Maximum number of nodes' \
    '118:--min-nodes;|	Minimum number of nodes' \
    '119:*--ssh-key;|	Public SSH key with access to the nodes' \
    '120:*--remove-feature;|	Remove the feature with this ID' \
    '121:*--remove-labels-group;|	Remove the labels group with this ID' \
    '122:*--remove-secret-manager-access;|	Remove the secret manager access with this name' \
    '123:--delete-mode;|#DEFAULT DELETE_CLUSTER_AND_QOVERY_CONFIG DELETE_QOVERY_CONFIG	DEFAULT fails while environments exist; the others drop them; DELETE_QOVERY_CONFIG keeps the cloud resources' \
    '124:--skip-reconcile --no-skip-reconcile;	Delete without reconciling the infrastructure first; ignore what is already gone' \
    '125:--wait -w;--watch	Wait until it has finished; the exit code is the result' \
    '126:--timeout;|	Maximum time to wait, such as 20m or 1h30m; 0 for no limit' \
    '127:--plan-only --no-plan-only;	Compute the changes without applying them' \
    '128:--cloud-provider-container-registry-tags;|	Tags to put on the container registry of the cloud provider, as JSON' \
    '129:*--k8s-api-allowed-public-access-cidrs;|	CIDR range allowed to reach the Kubernetes API' \
    '130:--load-balancer-size;|	Size of the load balancer on Scaleway' \
    '131:--pleco-resources-ttl;|	Age at which leftover resources are removed, in seconds; -1 for never' \
    '132:--qovery-static-ip-mode --no-qovery-static-ip-mode;	Use static IP addresses for the cluster' \
    '133:--registry-image-retention-time;|	Retention of images in the registry, in seconds' \
    '134:--registry-mirroring-mode;|#Cluster Service	Mirror images to a registry per cluster or per service' \
    '135:--storageclass-fast-ssd;|	Storage class of service volumes' \
    '136:--nginx-hpa-cpu-utilization-percentage-threshold;|	CPU utilization above which ingress controllers are added, in percent' \
    '137:--nginx-hpa-max-number-instances;|	Maximum number of ingress controllers' \
    '138:--nginx-hpa-min-number-instances;|	Minimum number of ingress controllers' \
    '139:--nginx-memory-limit-in-mib;|	Memory limit of an ingress controller, in MiB' \
    '140:--nginx-memory-request-in-mib;|	Memory request of an ingress controller, in MiB' \
    '141:--nginx-vcpu-limit-in-milli-cpu;|	CPU limit of an ingress controller, in millicores' \
    '142:--nginx-vcpu-request-in-milli-cpu;|	CPU request of an ingress controller, in millicores' \
    '143:--envoy-gateway-api-http-connection-idle-timeout-seconds;|	Time the gateway keeps an idle connection open, in seconds' \
    '144:--envoy-gateway-api-http-request-timeout-seconds;|	Timeout of a request through the gateway, in seconds' \
    '145:--envoy-gateway-api-retry-http-status-codes;|	HTTP status codes on which the gateway retries, separated by commas' \
    '146:--envoy-gateway-api-retry-num-retries;|	Number of times the gateway retries a failed request' \
    '147:--envoy-gateway-api-retry-per-try-timeout-seconds;|	Timeout of each attempt of the gateway, in seconds' \
    '148:--envoy-gateway-api-retry-retry-on;|	Conditions on which the gateway retries, separated by commas' \
    '149:*--database-mongodb-allowed-cidrs;|	CIDR range allowed to reach public MongoDB databases' \
    '150:--database-mongodb-deny-any-access --no-database-mongodb-deny-any-access;	Deny all access to MongoDB databases from outside the cluster' \
    '151:*--database-mysql-allowed-cidrs;|	CIDR range allowed to reach public MySQL databases' \
    '152:--database-mysql-deny-any-access --no-database-mysql-deny-any-access;	Deny all access to MySQL databases from outside the cluster' \
    '153:*--database-postgresql-allowed-cidrs;|	CIDR range allowed to reach public PostgreSQL databases' \
    '154:--database-postgresql-deny-any-access --no-database-postgresql-deny-any-access;	Deny all access to PostgreSQL databases from outside the cluster' \
    '155:*--database-redis-allowed-cidrs;|	CIDR range allowed to reach public Redis databases' \
    '156:--database-redis-deny-any-access --no-database-redis-deny-any-access;	Deny all access to Redis databases from outside the cluster' \
    '157:--loki-backend-cpu-limit-m;|	CPU limit of the log store\'s backend, in millicores' \
    '158:--loki-backend-cpu-request-m;|	CPU request of the log store\'s backend, in millicores' \
    '159:--loki-backend-memory-limit-mib;|	Memory limit of the log store\'s backend, in MiB' \
    '160:--loki-backend-memory-request-mib;|	Memory request of the log store\'s backend, in MiB' \
    '161:--loki-deployment-mode;|#single_binary simple_scalable	How the log store (Loki) is deployed' \
    '162:--loki-log-retention-in-week;|	Retention of logs, in weeks' \
    '163:--loki-read-cpu-limit-m;|	CPU limit of the log store\'s read path, in millicores' \
    '164:--loki-read-cpu-request-m;|	CPU request of the log store\'s read path, in millicores' \
    '165:--loki-read-memory-limit-mib;|	Memory limit of the log store\'s read path, in MiB' \
    '166:--loki-read-memory-request-mib;|	Memory request of the log store\'s read path, in MiB' \
    '167:--loki-single-binary-cpu-limit-m;|	CPU limit of the log store\'s single binary, in millicores' \
    '168:--loki-single-binary-cpu-request-m;|	CPU request of the log store\'s single binary, in millicores' \
    '169:--loki-single-binary-memory-limit-mib;|	Memory limit of the log store\'s single binary, in MiB' \
    '170:--loki-single-binary-memory-request-mib;|	Memory request of the log store\'s single binary, in MiB' \
    '171:--loki-write-cpu-limit-m;|	CPU limit of the log store\'s write path, in millicores' \
    '172:--loki-write-cpu-request-m;|	CPU request of the log store\'s write path, in millicores' \
    '173:--loki-write-memory-limit-mib;|	Memory limit of the log store\'s write path, in MiB' \
    '174:--loki-write-memory-request-mib;|	Memory request of the log store\'s write path, in MiB' \
    '175:--aws-cloudwatch-eks-logs-retention-days;|	Retention of the control plane logs, in days' \
    '176:--aws-eks-ec2-ami;|	Machine image (AMI) of the nodes' \
    '177:--aws-eks-ec2-metadata-imds;|#optional required	Whether version 2 of the instance metadata service is required' \
    '178:--aws-eks-efs-performance-mode;|#generalPurpose maxIO	Performance mode of the shared file system (EFS)' \
    '179:--aws-eks-efs-throughput-mode;|#bursting elastic provisioned	Throughput mode of the shared file system (EFS)' \
    '180:--aws-eks-efs-transition-to-ia;|#AFTER_1_DAY AFTER_7_DAYS AFTER_14_DAYS AFTER_30_DAYS AFTER_60_DAYS AFTER_90_DAYS	When unused files move to infrequent-access storage' \
    '181:--aws-eks-enable-alb-controller --no-aws-eks-enable-alb-controller;	Install the AWS load balancer controller' \
    '182:--aws-eks-enable-efs-addon --no-aws-eks-enable-efs-addon;	Install the driver of the shared file system (EFS)' \
    '183:--aws-iam-admin-group;|	IAM group with administrator access to the cluster' \
    '184:--aws-vpc-enable-nat-gateway-secondary-eip --no-aws-vpc-enable-nat-gateway-secondary-eip;	Give the NAT gateway a second elastic IP address' \
    '185:--aws-vpc-enable-s3-flow-logs --no-aws-vpc-enable-s3-flow-logs;	Store VPC flow logs in S3' \
    '186:--aws-vpc-flow-logs-retention-days;|	Retention of the VPC flow logs, in days' \
    '187:*--route;|	Route, as destination=CIDR,target=TARGET,description=TEXT' \
    '188:*--remove-route;|	Remove the route with this destination' \
    '189:--cloud;|#AWS DIGITAL_OCEAN SCALEWAY SCW GCP ON_PREMISE AZURE	Cloud provider' \
    '190:--credentials-id;|	ID of the cloud credentials' \
    '191:--credentials-name;|	Name of the cloud credentials' \
    '192:--cloud;|#aws scaleway do	Cloud provider' \
    '193:--project;|@project	Project name or ID' \
    '194:--rule;|@projectRule	Deployment rule name or ID' \
    '195:--cluster;|@cluster	Cluster to run on, by name or ID' \
    '196:--mode;|#DEVELOPMENT PREVIEW PRODUCTION STAGING	Mode of the environments that match' \
    '197:--pattern;|	Environment names the rule applies to; * and ? are wildcards' \
    '198:--auto-delete --no-auto-delete;	Delete the environment automatically, such as a preview whose branch is gone' \
    '199:--auto-deploy --no-auto-deploy;	Deploy automatically when there is a new commit or tag' \
    '200:--auto-stop --no-auto-stop;	Stop at the stop time and start again at the start time' \
    '201:--start-time;|	Time of day to start' \
    '202:--stop-time;|	Time of day to stop' \
    '203:--timezone;|	Time zone of the start and stop times' \
    '204:*--weekday;|#MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY	Days on which the start and stop times apply' \
    '205:*--rule;|@projectRule	Rules in their new order, by name or ID' \
    '206:--all;	List across all parents in scope' \
    '207:--env;--environment|@environment	Environment name or ID' \
    '208:--cluster;|@cluster	Cluster to run on, by name or ID; cannot be changed later' \
    '209:--mode;|#DEVELOPMENT PRODUCTION STAGING	Mode; in PRODUCTION, risky commands ask for confirmation' \
    '210:--name;|	New name, unique in the project regardless of case' \
    '211:--restart-db --no-restart-db;	Also restart databases' \
    '212:--force --no-force;	Also stop steps that cannot be interrupted cleanly, such as lifecycle jobs' \
    '213:--name;|	Name of the new environment' \
    '214:--apply-deployment-rule --no-apply-deployment-rule;	Apply the project\'s deployment rules to the copy' \
    '215:--cluster;|@cluster	Cluster of the copy, by name or ID; defaults to the cluster of the original' \
    '216:--mode;|#DEVELOPMENT PREVIEW PRODUCTION STAGING	Mode of the copy; defaults to the mode of the original' \
    '217:--to-project;|@project	Project of the copy, by name or ID; defaults to the project of the original' \
    '218:*--deploy-app;|	Application and commit to deploy, as application_id=NAME,git_commit_id=SHA' \
    '219:*--deploy-container;|	Container and image tag to deploy, as id=NAME,image_tag=TAG' \
    '220:*--deploy-db;|@database	Database to deploy, by name or ID' \
    '221:*--deploy-helm;|	Helm service and version to deploy, as id=ID,chart_version=VERSION' \
    '222:*--deploy-job;|	Job and version to deploy, as id=ID,image_tag=TAG or id=ID,git_commit_id=SHA' \
    '223:*--deploy-terraform;|	Terraform service and commit to deploy, as id=ID,git_commit_id=SHA' \
    '224:;--rule|	Deployment rule ID' \
    '225:--auto-deploy --no-auto-deploy;	Deploy automatically when a new version is available' \
    '226:--auto-preview --no-auto-preview;	Create a preview environment for each pull request' \
    '227:--on-demand-preview --no-on-demand-preview;	Create previews on request only' \
    '228:--limit;|	Maximum number of results' \
    '229:--to-update --no-to-update;	List only services with a newer version or changes that are not deployed yet' \
    '230:--app;--application|@application	Application name or ID' \
    '231:*--annotations-group;|	Annotations group to apply, as id=ID' \
    '232:;--icon-uri|	URI of the icon shown in the console' \
    '233:--repository;|	HTTPS URL of the git repository' \
    '234:--branch;|	Branch to deploy; defaults to main or master' \
    '235:--build-mode;|#BUILDPACKS DOCKER	How to build the image; DOCKER needs --dockerfile-path' \
    '236:--build-stage;|	Dockerfile stage to build; defaults to the last one' \
    '237:--buildpack-language;|#CLOJURE GO GRADLE GRAILS JAVA JVM NODE_JS PHP PLAY PYTHON SCALA	Buildpack language; detected by default' \
    '238:--dockerfile-path;|	Path of the Dockerfile, relative to the root path' \
    '239:--git-provider;|#BITBUCKET GITHUB GITLAB	Git provider, if the repository URL does not tell' \
    '240:--git-token;|	ID of the git token to read the repository with' \
    '241:--root-path;|	Directory in the repository to build from' \
    '242:*--argument;|	Argument of the start command; repeat it for each argument, in order' \
    '243:--entrypoint;|	Entrypoint to use instead of the image\'s own' \
    '244:--autoscaling;|	Event-driven scaling (KEDA), as JSON' \
    '245:--cpu;|	CPU per instance, in millicores; 1000 is one core' \
    '246:--cpu-architecture;|#AMD64 ARM64	CPU architecture to run on; defaults to the cluster\'s' \
    '247:--ephemeral-storage;|	Temporary disk space per instance, in GiB' \
    '248:--gpu;|	Number of GPUs per instance' \
    '249:--max-instances;|	Maximum number of instances; -1 for no limit' \
    '250:--memory;|	Memory per instance, in MB' \
    '251:--min-instances;|	Minimum number of instances' \
    '252:*--port;|	Port to listen on, as INTERNAL:EXTERNAL/PROTOCOL or just INTERNAL; add ,public ,private ,default ,name=NAME' \
    '253:*--storage;|	Volume of at least 4 GB, with the path to mount it at' \
    '254:--healthcheck-protocol;|#TCP HTTP None	Protocol of the health check' \
    '255:--healthcheck-value;|	What the health check probes: a port for TCP, a path for HTTP' \
    '256:--liveness-probe;|	Liveness probe, which decides when an instance is restarted, as JSON' \
    '257:--readiness-probe;|	Readiness probe, which decides when an instance gets traffic, as JSON' \
    '258:--auto-preview --no-auto-preview;	Include the service in preview environments' \
    '259:--name;|	New name, unique in the environment regardless of case' \
    '260:*--remove-annotations-group;|	Remove the annotations group with this ID' \
    '261:--sticky-session --no-sticky-session;	Keep sending a client to the same instance' \
    '262:*--remove-port;|	Remove the port with this internal port' \
    '263:*--remove-storage;|	Remove the storage with this mount point' \
    '264:--commit;|	Commit to deploy; defaults to the latest of the branch' \
    '265:--current;	Deploy the commit that is deployed already' \
    '266:--commit;|	Show only the commit with this full SHA' \
    '267:--generate-certificate --no-generate-certificate;	Issue a TLS certificate for the domain' \
    '268:--use-cdn --no-use-cdn;	The domain points to a CDN: skip the DNS check' \
    '269:--domain;|	Host name of the domain, such as api.acme.test' \
    '270:--new-domain;|	New host name of the domain' \
    '271:--domain;|@applicationDomain	Custom domain host name or ID' \
    '272:--build-cpu-max-in-milli;|	Maximum CPU of a build, in millicores' \
    '273:--build-disable-buildkit-cache --no-build-disable-buildkit-cache;	Build without the cache of earlier builds' \
    '274:--build-ram-max-in-gib;|	Maximum memory of a build, in GiB' \
    '275:--build-skip-git-submodules --no-build-skip-git-submodules;	Do not fetch git submodules' \
    '276:--build-timeout-max-sec;|	Build timeout, in seconds' \
    '277:--hpa-cpu-average-utilization-percent;|	Average CPU utilization above which instances are added, in percent' \
    '278:--hpa-memory-average-utilization-percent;|	Average memory utilization above which instances are added, in percent' \
    '279:--liveness-probe-failure-threshold;|	Number of consecutive failures after which the liveness probe fails' \
    '280:--liveness-probe-http-get-path;|	Path requested by an HTTP liveness probe' \
    '281:--liveness-probe-initial-delay-seconds;|	Delay before the first liveness probe, in seconds' \
    '282:--liveness-probe-period-seconds;|	Interval between liveness probes, in seconds' \
    '283:--liveness-probe-success-threshold;|	Number of consecutive successes after which the liveness probe passes again' \
    '284:--liveness-probe-timeout-seconds;|	Timeout of a liveness probe, in seconds' \
    '285:--liveness-probe-type;|#NONE TCP HTTP	Protocol of the liveness probe, which decides when an instance is restarted' \
    '286:--readiness-probe-failure-threshold;|	Number of consecutive failures after which the readiness probe fails' \
    '287:--readiness-probe-http-get-path;|	Path requested by an HTTP readiness probe' \
    '288:--readiness-probe-initial-delay-seconds;|	Delay before the first readiness probe, in seconds' \
    '289:--readiness-probe-period-seconds;|	Interval between readiness probes, in seconds' \
    '290:--readiness-probe-success-threshold;|	Number of consecutive successes after which the readiness probe passes again' \
    '291:--readiness-probe-timeout-seconds;|	Timeout of a readiness probe, in seconds' \
    '292:--readiness-probe-type;|#NONE TCP HTTP	Protocol of the readiness probe, which decides when an instance gets traffic' \
    '293:--deployment-affinity-node-required;|	Labels a node must have to run the service, as JSON' \
    '294:--deployment-antiaffinity-pod;|#Preferred Requirred	Spread instances over nodes: if possible (Preferred) or always (Requirred)' \
    '295:--deployment-custom-domain-check-enabled --no-deployment-custom-domain-check-enabled;	Check the DNS of custom domains before a deployment' \
    '296:--deployment-delay-start-time-sec;|	Delay before the first check of a new instance, in seconds' \
    '297:--deployment-termination-grace-period-seconds;|	Time an instance has to shut down, in seconds' \
    '298:--deployment-topology-spread-zone;|#Disabled ScheduleAnyway DoNotSchedule	Spread instances over availability zones: not at all, if possible or strictly' \
    '299:--deployment-update-strategy-rolling-update-max-surge-percent;|	Extra instances that may run during a rolling update, in percent' \
    '300:--deployment-update-strategy-rolling-update-max-unavailable-percent;|	Instances that may be unavailable during a rolling update, in percent' \
    '301:--deployment-update-strategy-type;|#RollingUpdate Recreate	Replace instances one by one (RollingUpdate) or stop all of them first (Recreate)' \
    '302:*--post-start-command;|	Command to run in an instance after it starts; repeat the option for each word' \
    '303:*--pre-stop-command;|	Command to run in an instance before it stops; repeat the option for each word' \
    '304:--network-ingress-basic-auth-env-var;|	Name of the variable with the login:hash pairs for basic authentication' \
    '305:--network-ingress-cors-allow-headers;|	Headers allowed by CORS, separated by commas' \
    '306:--network-ingress-cors-allow-methods;|	Methods allowed by CORS, separated by commas' \
    '307:--network-ingress-cors-allow-origin;|	Origins allowed by CORS, separated by commas' \
    '308:--network-ingress-denylist-source-range;|	CIDR ranges denied to connect, separated by commas' \
    '309:--network-ingress-enable-cors --no-network-ingress-enable-cors;	Allow cross-origin requests (CORS)' \
    '310:--network-ingress-enable-sticky-session --no-network-ingress-enable-sticky-session;	Keep sending a client to the same instance' \
    '311:--network-ingress-extra-headers;|	Headers to add to every response, as a JSON object' \
    '312:--network-ingress-force-ssl-redirect --no-network-ingress-force-ssl-redirect;	Redirect HTTP to HTTPS even without a certificate' \
    '313:--network-ingress-grpc-read-timeout-seconds;|	Timeout between two reads from a gRPC service, in seconds' \
    '314:--network-ingress-grpc-send-timeout-seconds;|	Timeout between two writes to a gRPC service, in seconds' \
    '315:--network-ingress-keepalive-time-seconds;|	Lifetime of a keep-alive connection, in seconds' \
    '316:--network-ingress-keepalive-timeout-seconds;|	Time an idle keep-alive connection stays open, in seconds' \
    '317:--network-ingress-proxy-body-size-mb;|	Maximum size of a request body, in MB' \
    '318:--network-ingress-proxy-buffer-size-kb;|	Buffer size for response headers, in KB' \
    '319:--network-ingress-proxy-buffering;|	Buffer responses of the service, on or off' \
    '320:--network-ingress-proxy-connect-timeout-seconds;|	Timeout for connecting to the service, in seconds' \
    '321:--network-ingress-proxy-read-timeout-seconds;|	Timeout between two reads from the service, in seconds' \
    '322:--network-ingress-proxy-send-timeout-seconds;|	Timeout between two writes to the service, in seconds' \
    '323:--network-ingress-send-timeout-seconds;|	Timeout between two writes to the client, in seconds' \
    '324:--network-ingress-whitelist-source-range;|	CIDR ranges allowed to connect, separated by commas' \
    '325:--network-gateway-api-http-connection-idle-timeout-seconds;|	Time the gateway keeps an idle connection open, in seconds' \
    '326:--network-gateway-api-http-request-timeout-seconds;|	Timeout of a request through the gateway, in seconds' \
    '327:--network-gateway-api-retry-http-status-codes;|	HTTP status codes on which the gateway retries, separated by commas' \
    '328:--network-gateway-api-retry-num-retries;|	Number of times the gateway retries a failed request' \
    '329:--network-gateway-api-retry-per-try-timeout-seconds;|	Timeout of each attempt of the gateway, in seconds' \
    '330:--network-gateway-api-retry-retry-on;|	Conditions on which the gateway retries, separated by commas' \
    '331:--security-automount-service-account-token --no-security-automount-service-account-token;	Mount the service account token, so that instances can call the Kubernetes API' \
    '332:--security-read-only-root-filesystem --no-security-read-only-root-filesystem;	Make the root file system read-only' \
    '333:--security-service-account-name;|	Kubernetes service account to run as' \
    '334:--mode;|#EXCLUDE MATCH	MATCH deploys only commits that touch the path, EXCLUDE ignores commits that touch only it' \
    '335:;--type|#PATH	Kind of restriction; only PATH exists' \
    '336:--value;|	Path in the repository, without a leading slash' \
    '337:--restriction;|@restriction	Deployment restriction value, type:value, mode:type:value or ID' \
    '338:--tag;|@tag	Tag name or ID' \
    '339:--target;|@application	The other application, by name or ID' \
    '340:--target;|@database	Database name or ID' \
    '341:--db;--database|@database	Database name or ID' \
    '342:--target;|@logicalDatabase	Logical database name or ID' \
    '343:--last-seconds;|	How far to look back, in seconds' \
    '344:--container;|@container	Container name or ID' \
    '345:--image;|	Image name in the registry, without the tag' \
    '346:--registry;|@registry	Container registry to pull from, by name or ID' \
    '347:--tag;|	Image tag' \
    '348:--tag;|	Image tag to deploy; defaults to the configured one' \
    '349:--domain;|@containerDomain	Custom domain host name or ID' \
    '350:--network-ingress-proxy-request-buffering;|	Buffer requests of clients, on or off' \
    '351:--target;|@container	The other container, by name or ID' \
    '352:--db-version;|	Version of the database engine' \
    '353:--mode;|#CONTAINER MANAGED	CONTAINER runs on the cluster, MANAGED is run by the cloud provider; cannot be changed later' \
    '354:--type;|#MONGODB MYSQL POSTGRESQL REDIS	Database engine; cannot be changed later' \
    '355:--accessibility;|#PRIVATE PUBLIC	Reachable from the internet (PUBLIC) or only from the cluster (PRIVATE)' \
    '356:--cpu;|	CPU, in millicores; for a managed database use --instance-type' \
    '357:--memory;|	Memory, in MB; for a managed database use --instance-type' \
    '358:--storage;|	Disk size, in GB' \
    '359:--instance-type;|	Instance type of a managed database, as named by the cloud provider' \
    '360:--disk-type;|#gp2 gp3	Disk type of a managed database on AWS' \
    '361:--apply-immediately --no-apply-immediately;	Apply the changes now instead of in the maintenance window' \
    '362:--login;|	User name' \
    '363:--password;|	Password' \
    '364:--target;|@application	Application name or ID' \
    '365:--message;|	Note that says what the backup is for' \
    '366:--backup;|@backup	Backup name or ID' \
    '367:--logical-database;|@logicalDatabase	Logical database name or ID' \
    '368:--name;|	New name, unique on the database server regardless of case' \
    '369:--description;|	Short description, up to 255 characters' \
    '370:--interpolate --no-interpolate;	Replace {{KEY}} in the file of a file variable with the value of that variable' \
    '371:--mount-path;|	Mount the value as a file at this path; the variable holds the path' \
    '372:--key;|	Key: letters, digits and underscores' \
    '373:--value;|	Value' \
    '374:--key;|	New key' \
    '375:--value;|	New value' \
    '376:--var;|@applicationVariable|containerVariable|environmentVariable|projectVariable	Variable key or ID' \
    '377:--value;|	Value in the given scope' \
    '378:--alias;|	Key of the alias' \
    '379:--overwrite;	Replace the values of existing keys' \
    '380:--secret;	Import them as secrets' \
    '381:;|/	Dotenv file to read; - for stdin' \
    '382:*;|	Variable to set; give one or more' \
    '383:--secret;|@applicationSecret|containerSecret|environmentSecret|projectSecret	Secret key or ID' \
    '384:--type;|#INVITATION	Kind of reward' \
    '385:--type-of-use;|#PERSONAL SCHOOL WORK	Kind of use' \
    '386:--usage;|	What Qovery will be used for' \
    '387:--company-name;|	Company' \
    '388:--company-size;|#1-10 11-50 51-200 201-500 500+	Number of employees' \
    '389:;--current-step|	Sign-up step reached' \
    '390:;--dx-auth --no-dx-auth	Whether another sign-in was used' \
    '391:--hosting;|	Where the infrastructure is hosted' \
    '392:--questions;|	Questions for the Qovery team' \
    '393:--role;|	Role at work' \
    '394:--usage-other;|	Other use of Qovery' \
    '395:--all;	Every environment of the project, else of the organization' \
    '396:--insecure-storage;	Store the token in a file (mode 0600) instead of the keyring' \
    '397:--header;	Print the value of an Authorization header' \
    '398:;|P	Name of the profile' \
    '399:--api-level;|#1.0.3 1.0.4	API version of the server' \
    '400:--api-url;|	URL of the API' \
    '401:--app;--application|@application	Default application' \
    '402:--cluster;|@cluster	Default cluster' \
    '403:--container;|@container	Default container' \
    '404:--db;--database|@database	Default database' \
    '405:--env;--environment|@environment	Default environment' \
    '406:--format;|#table wide json yaml	Default output format' \
    '407:--no-check;	Do not check that the names exist' \
    '408:--org;--organization|@organization	Default organization' \
    '409:--project;|@project	Default project' \
    '410:--everything;	Remove all settings except the token' \
    '411:*;|	Setting to remove, such as environment' \
    '412:--api;|#1.0.3 1.0.4	API version to serve' \
    '413:--port;|	Port to listen on; 0 for a free one' \
    '414:--seed;|#demo empty big	Initial data' \
    '415:--speed;|	Factor by which deployments are faster than in reality' \
    '416:--state;|/	SQLite file to keep the data in' \
    '417:;|#bash zsh fish powershell	Shell; defaults to your own' \
    '418:*--field -f;|	Add a text field to the body' \
    '419:*--header -H;|	Add a request header' \
    '420:--include -i;	Print the status and headers of the response too' \
    '421:--input;|/	Read the body from a file; - for stdin' \
    '422:--method -X;|#GET POST PUT PATCH DELETE	HTTP method' \
    '423:--paginate;	Fetch all pages of a list' \
    '424:*--typed-field -F;|	Add a field with a JSON value, or the content of @FILE' \
    '425:;|	Path, or URL on the same host'

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
    '200:get' \
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
    '253:get' \
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
    '|12 44 15 45 46 47 48 20 21 22 23 24 25 49 50 51 52 53 54 55 56 57 58 59 60 61 62|26|' \
    '|12 15 44 26 45 46 47 48 20 21 22 23 27 24 25 49 50 51 52 53 54 55 56 57 58 59 60 61 62|43|' \
    '|12 28 29 24 25|43|' \
    '|||kind,settings,mandatory' \
    '|12 63||name,id,kind,key,role,scaleway key,scaleway project' \
    '|12 63|64|name,id,kind,key,role,scaleway key,scaleway project,scaleway organization' \
    '|12 63 65 20 21 22 23 24 25 49 50 51 52 66 53 54 67 68 69 70 71|26|' \
    '|12 63 26 65 20 21 22 23 27 24 25 49 50 51 52 66 53 54 67 68 69 70 71|64|' \
    '|12 63 28 29 24 25|64|' \
    '|12||plan,total,currency,trial days left,cents,credits,deployments,deployments left,renewal_at' \
    '|12|72|total,min,max,currency,cents,min cents,max cents' \
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
    '|12 98 96 97||name' \
    '|12||name,email,role,last active,id,nickname,role name,created_at' \
    '|12 20 21 22 23 28 29 24 25|99|' \
    '|12||email,role,status,inviter,created_at,id,link,role name' \
    '|12 100 32 20 21 22 23 24 25|79|email,role,status,link' \
    '|12 28 29 24 25|101|' \
    '|12 24 25|101|email,role,inviter,id,status,created_at' \
    '|102 20 21 22 23 28 29 24 25|12|' \
    '|12||name,cloud,region,state,version,min nodes,max nodes,default,id,kubernetes,machine,disk GB,production,created_at' \
    '|12|72|name,id,cloud,region,state,version,kubernetes,machine,min nodes,max nodes,disk GB,production,default,features,description,created_at,ssh keys,CPU millicores,memory MB,cost,updated_at' \
    '|12 103 46 104 15 105 106 107 108 109 110 111 112 20 21 22 23 24 25 113 114 115 116 117 118 119|26|' \
    '|12 103 104 15 105 106 107 108 109 110 26 111 46 112 20 21 22 23 27 120 121 122 24 25 113 114 115 116 117 118 119|72|' \
    '|12 123 124 125 126 28 29 24 25|72|' \
    '|12|72|state,deployed,cluster_id,execution,last_deployment_date,next version,reason' \
    '|12||cluster,state,deployed,id,last_execution_id' \
    '|12 127 125 126 24 25|72|state,deployed,cluster_id,execution,last_deployment_date,next version,reason' \
    '|12 125 126 28 29 24 25|72|state,deployed,cluster_id,execution,last_deployment_date,next version,reason' \
    '|12 125 126 24 25|72|state,deployed,cluster_id,execution,last_deployment_date,next version,reason' \
    '|12|72|ready' \
    '|12|72|time,type,step,message,error,tag,hint' \
    '|12|72|' \
    '|12 128 129 130 131 132 133 134 135 20 21 22 23 27 24 25 136 137 138 139 140 141 142 143 144 145 146 147 148 149 150 151 152 153 154 155 156 157 158 159 160 161 162 163 164 165 166 167 168 169 170 171 172 173 174 175 176 177 178 179 180 181 182 183 184 185 186|72|' \
    '|12|72|destination,target,description' \
    '|12 187 20 21 22 23 27 188 24 25|72|destination,target,description' \
    '|12|72|cloud,region,credentials,credentials id' \
    '|12 189 190 191 46 20 21 22 23 27 24 25|72|cloud,region,credentials,credentials id' \
    '|||name,code,regions' \
    '|192||name,city,country,code' \
    '|192||title,cost per month,currency,changeable,id,type,values,description' \
    '|192||type,name,CPUs,memory GB' \
    '|12||name,description,created_at,id,updated_at' \
    '|12|193|name,id,description,created_at,environments,updated_at' \
    '|12 15 20 21 22 23 24 25|26|' \
    '|15 26 12 20 21 22 23 27 24 25|193|' \
    '|12 28 29 24 25|193|' \
    '|12||project,environments,services,id' \
    '|193 12||priority,name,pattern,mode,auto stop,timezone,weekdays,id,cluster,start,stop,description' \
    '|193 12|194|name,id,priority,pattern,mode,cluster,auto stop,timezone,start,stop,weekdays,description,auto deploy,auto delete,created_at,updated_at' \
    '|193 195 196 197 15 12 20 21 22 23 24 25 198 199 200 201 202 203 204|26|' \
    '|193 195 15 196 26 197 12 20 21 22 23 27 24 25 198 199 200 201 202 203 204|194|' \
    '|193 12 28 29 24 25|194|' \
    '|193 12 20 21 22 23 24 25|205|' \
    '|193 12 206||name,mode,state,cluster,deployed,id,provider,region,created_at,updated_at' \
    '|193 12|207|name,id,mode,cluster,cloud,region,created_at,last change by,cluster_id,project id,updated_at' \
    '|193 208 209 12 20 21 22 23 24 25|26|' \
    '|209 210 193 12 20 21 22 23 27 24 25|207|' \
    '|124 193 12 125 126 28 29 24 25|207|' \
    '|193 12|207|state,deployed,id,last state,seconds,by,origin' \
    '|193 12||name,state,deployed,id,mode,cluster' \
    '|193 12||name,services,id,mode' \
    '|193 12 125 126 24 25|207|state,deployed,id,last state,seconds,by,origin' \
    '|193 12 125 126 28 29 24 25|207|state,deployed,id,last state,seconds,by,origin' \
    '|211 193 12 20 21 22 23 125 126 24 25|207|state,deployed,id,last state,seconds,by,origin' \
    '|212 193 12 20 21 22 23 125 126 24 25|207|state,deployed,id,last state,seconds,by,origin' \
    '|213 214 215 216 217 12 20 21 22 23 24 25|207|name,id,mode,cluster,project id,created_at' \
    '|218 219 220 221 222 223 193 12 20 21 22 23 125 126 24 25|207|state,deployed,environment id' \
    '|193 12|207|auto stop,auto preview,timezone,start,stop,weekdays,id,auto deploy,auto delete,on demand preview,updated_at' \
    '|224 198 225 226 200 227 201 202 203 204 193 12 20 21 22 23 27 24 25|207|auto stop,auto preview,timezone,start,stop,weekdays,id,auto deploy,auto delete,on demand preview,updated_at' \
    '|207 193 12 228||created_at,status,applications,containers,databases,id,commits,tags,updated_at,triggered_by,origin' \
    '|207 193 12||time,service,state,message,kind,hint,execution_id,id' \
    '|207 229 193 12 206||name,state,deployment,branch,deployed,id,repository,commit,CPU millicores,memory MB,min,max,created_at' \
    '|207 193 12|230|name,id,description,repository,branch,commit,build,dockerfile,CPU millicores,memory MB,min,max,ports,volumes,auto preview,created_at,root path,deployed tag,auto deploy,arguments,entrypoint,public ports,volume GB,environment id,updated_at' \
    '|207 231 15 232 109 193 12 20 21 22 23 24 25 233 234 235 236 237 238 239 240 241 242 243 244 245 246 247 248 249 250 251 252 253 254 255 256 257 199 258|26|' \
    '|231 15 232 109 259 207 193 12 20 21 22 23 27 260 121 24 25 234 235 236 237 238 239 240 233 241 242 243 244 245 246 247 248 249 250 251 252 261 253 262 263 254 255 256 257 199 258|230|' \
    '|124 207 193 12 125 126 28 29 24 25|230|' \
    '|207 193 12|230|state,deployment,deployed,id,details,message,execution_id' \
    '|207 193 12||name,state,deployment,deployed,id,branch,message' \
    '|264 265 207 193 12 125 126 24 25|230|state,deployment,deployed,id,details,message,execution_id' \
    '|207 193 12 125 126 28 29 24 25|230|state,deployment,deployed,id,details,message,execution_id' \
    '|207 193 12 125 126 24 25|230|state,deployment,deployed,id,details,message,execution_id' \
    '|230 266 207 193 12 228||commit,message,author,created_at,tag,url' \
    '|230 207 193 12||email,first name,last name,id,picture' \
    '|230 207 193 12||url,port,default,qovery' \
    '|230 207 193 12||time,message,pod,commit,version,id' \
    '|230 207 193 12 228||created_at,status,commit,message,author,id,tag,updated_at' \
    '|230 207 193 12 228||created_at,type,state,user,commit,id,last name,email,message' \
    '|230 207 193 12||domain,status,cname,id,certificate,cdn,created_at' \
    '|230 267 268 207 193 12 20 21 22 23 24 25|269|domain,id,status,cname,certificate,cdn,created_at' \
    '|230 267 270 268 207 193 12 20 21 22 23 27 24 25|271|domain,id,status,cname,certificate,cdn,created_at' \
    '|230 207 193 12 28 29 24 25|271|' \
    '|230 207 193 12|271|domain,id,status,cname,certificate,cdn,created_at' \
    '|207 193 12|230|' \
    '|207 193 12 20 21 22 23 27 24 25 272 273 274 275 276 277 278 279 280 281 282 283 284 285 286 287 288 289 290 291 292 293 294 295 296 297 298 299 300 301 302 303 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319 320 321 322 323 324 325 326 327 328 329 330 331 332 333|230|' \
    '|||' \
    '|207 193 12|230|sticky session' \
    '|261 207 193 12 20 21 22 23 27 24 25|230|sticky session' \
    '|230 207 193 12||value,mode,type,id,created_at,updated_at' \
    '|230 334 335 207 193 12 20 21 22 23 24 25|336|value,mode,type,id,created_at,updated_at' \
    '|230 334 335 336 207 193 12 20 21 22 23 27 24 25|337|value,mode,type,id,created_at,updated_at' \
    '|230 207 193 12 28 29 24 25|337|' \
    '|230 207 193 12||name,id' \
    '|230 207 193 12 20 21 22 23 24 25|26|name,id' \
    '|230 207 193 12 28 29 24 25|338|' \
    '|230 207 193 12||name,branch,id,repository,updated_at' \
    '|230 207 193 12 24 25|339|' \
    '|230 207 193 12 28 29 24 25|339|' \
    '|230 207 193 12||name,type,version,mode,id,host,port,accessibility' \
    '|230 207 193 12 24 25|340|name,id,type,version' \
    '|230 207 193 12 28 29 24 25|340|' \
    '|230 207 193 12||name,description,id,database,created_at' \
    '|230 341 207 193 12 24 25|342|name,id,description' \
    '|230 341 207 193 12 28 29 24 25|342|' \
    '|207 193 12||application,running,min,max,status,running %,warning %,alert %,updated_at' \
    '|207 193 12|230|running,min,max,running %,status,warning %,alert %,updated_at' \
    '|207 193 12||application,used GB,size GB,used %,status,volumes' \
    '|207 193 12|230|volume,used GB,size GB,used %,status,created_at,warning %,alert %' \
    '|230 207 193 12||name,CPU millicores,CPU %,memory MB,memory %,created_at,CPU status,memory status,requested millicores,requested MB' \
    '|207 193 12||name' \
    '|343 207 193 12|230|time,instance,millicores,used %,requested millicores' \
    '|343 207 193 12|230|time,instance,used MB,used %,requested MB' \
    '|343 207 193 12|230|time,volume,used GB,used %,size GB,instance' \
    '|343 207 193 12|230|time,instance,p95' \
    '|343 207 193 12|230|time,message' \
    '|207 229 193 12 206||name,state,deployment,image,tag,deployed,id,registry,CPU millicores,memory MB,min,max,created_at' \
    '|207 193 12|344|name,id,image,tag,registry,CPU millicores,memory MB,min,max,ports,volumes,arguments,entrypoint,auto preview,created_at,description,auto deploy,public ports,volume GB,environment id,updated_at' \
    '|207 231 15 232 109 193 12 20 21 22 23 24 25 345 346 347 242 243 244 245 246 247 248 249 250 251 252 253 256 257 199 258|26|' \
    '|231 15 232 109 259 207 193 12 20 21 22 23 27 260 121 24 25 345 346 347 242 243 244 245 246 247 248 249 250 251 252 253 262 263 256 257 199 258|344|' \
    '|124 207 193 12 125 126 28 29 24 25|344|' \
    '|207 193 12|344|state,deployment,deployed,id,details,message,execution_id' \
    '|207 193 12||name,state,deployment,deployed,id,tag,message' \
    '|348 207 193 12 125 126 24 25|344|state,deployment,deployed,id,details,message,execution_id' \
    '|207 193 12 125 126 28 29 24 25|344|state,deployment,deployed,id,details,message,execution_id' \
    '|207 193 12 125 126 24 25|344|state,deployment,deployed,id,details,message,execution_id' \
    '|218 219 220 221 222 223 193 12 20 21 22 23 125 126 24 25|207|state,deployed,environment id' \
    '|12 347 20 21 22 23 24 25|345|state,deployed,environment id' \
    '|12 347 20 21 22 23 24 25|345|state,deployed,environment id' \
    '|344 207 193 12||url,port,default,qovery' \
    '|344 207 193 12||time,message,pod,version,id' \
    '|344 207 193 12||created_at,status,tag,image,id,name,arguments,entrypoint,updated_at' \
    '|344 207 193 12||domain,status,cname,id,certificate,cdn,created_at' \
    '|344 267 268 207 193 12 20 21 22 23 24 25|269|domain,id,status,cname,certificate,cdn,created_at' \
    '|344 267 270 268 207 193 12 20 21 22 23 27 24 25|349|domain,id,status,cname,certificate,cdn,created_at' \
    '|344 207 193 12 28 29 24 25|349|' \
    '|344 207 193 12|349|domain,id,status,cname,certificate,cdn,created_at' \
    '|207 193 12|344|' \
    '|207 193 12 20 21 22 23 27 24 25 277 278 279 280 281 282 283 284 285 286 287 288 289 290 291 292 293 294 295 297 298 299 300 301 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319 320 321 350 322 323 324 325 326 327 328 329 330 331 332 333|344|' \
    '|207 193 12|344|sticky session' \
    '|261 207 193 12 20 21 22 23 27 24 25|344|sticky session' \
    '|344 207 193 12||name,image,tag,id,updated_at' \
    '|344 207 193 12 24 25|351|' \
    '|344 207 193 12 28 29 24 25|351|' \
    '|344 207 193 12||name,description,id,database,created_at' \
    '|344 341 207 193 12 24 25|342|name,id,description' \
    '|344 341 207 193 12 28 29 24 25|342|' \
    '|207 193 12||container,running,min,max,status,running %,warning %,alert %,updated_at' \
    '|207 193 12|344|running,min,max,running %,status,warning %,alert %,updated_at' \
    '|207 193 12||container,used GB,size GB,used %,status,volumes' \
    '|207 193 12|344|volume,used GB,size GB,used %,status,created_at,warning %,alert %' \
    '|344 207 193 12||name,CPU millicores,CPU %,memory MB,memory %,created_at,CPU status,memory status,requested millicores,requested MB' \
    '|207 193 12 206||name,state,type,version,mode,access,id,host,port,CPU millicores,memory MB,disk GB,deployed,created_at' \
    '|207 193 12|341|name,id,type,version,mode,access,host,port,CPU millicores,memory MB,disk GB,created_at,description,machine,disk type,encrypted,environment id,updated_at' \
    '|207 352 353 354 355 231 15 232 109 193 12 20 21 22 23 24 25 356 357 358 359|26|' \
    '|355 231 356 352 15 360 232 359 109 357 259 358 207 193 12 20 21 22 23 27 260 121 24 25|341|' \
    '|124 207 193 12 125 126 28 29 24 25|341|' \
    '|207 193 12|341|state,deployment,deployed,id,details,message,execution_id' \
    '|207 193 12||name,state,deployment,deployed,id,type,message' \
    '|361 207 193 12 125 126 24 25|341|state,deployment,deployed,id,details,message,execution_id' \
    '|207 193 12 125 126 28 29 24 25|341|state,deployment,deployed,id,details,message,execution_id' \
    '|361 207 193 12 125 126 24 25|341|state,deployment,deployed,id,details,message,execution_id' \
    '|341 207 193 12||name' \
    '|207 193 12||type,version,mode' \
    '|207 193 12|341|host,port,login' \
    '|362 363 207 193 12 20 21 22 23 27 24 25|341|host,port,login' \
    '|207 193 12||database,CPU %,memory MB,memory %,storage GB,storage %,CPU millicores,CPU status,memory status,storage status' \
    '|207 193 12|341|CPU millicores,CPU %,CPU status,memory MB,memory %,memory status,storage GB,storage %,storage status' \
    '|343 207 193 12|341|time,millicores,requested millicores,used %' \
    '|343 207 193 12|341|time,used MB,requested MB,used %' \
    '|343 207 193 12|341|time,used GB,requested GB,used %' \
    '|343 207 193 12|341|time,instance,p95' \
    '|343 207 193 12|341|time,message' \
    '|341 207 193 12 228||created_at,status,id,name,updated_at' \
    '|341 207 193 12 228||created_at,type,state,user,id,last name,email,message' \
    '|341 207 193 12||name,branch,id,repository,updated_at' \
    '|341 207 193 12 28 29 24 25|364|' \
    '|341 207 193 12 228||name,state,message,created_at,id,updated_at' \
    '|341 365 207 193 12 20 21 22 23 24 25|26|' \
    '|341 207 193 12 28 29 24 25|366|' \
    '|341 207 193 12||name,description,created_at,id,updated_at' \
    '|341 207 193 12|367|name,id,description,created_at,database id,updated_at' \
    '|341 15 207 193 12 20 21 22 23 24 25|26|' \
    '|15 368 341 207 193 12 20 21 22 23 27 24 25|367|' \
    '|341 207 193 12 28 29 24 25|367|' \
    '|341 207 193 12|367|host,port,login' \
    '|362 363 341 207 193 12 20 21 22 23 27 24 25|367|host,port,login' \
    '|341 207 193 12|367|name,branch,id,repository,updated_at' \
    '|341 207 193 12|367|name,image,tag,id,updated_at' \
    '|230 344 207 193 12||key,value,scope,overrides,alias of,service,id,type,created_at,updated_at' \
    '|230 344 207 193 369 370 371 12 20 21 22 23 24 25|372 373|key,value,scope,id,created_at,updated_at' \
    '|230 344 207 193 15 370 374 371 375 12 20 21 22 23 27 24 25|376|key,value,scope,id,created_at,updated_at' \
    '|230 344 207 193 12 28 29 24 25|376|' \
    '|230 344 207 193 15 370 12 20 21 22 23 24 25|376 377|key,value,scope,overrides,id' \
    '|230 344 207 193 15 370 12 20 21 22 23 24 25|376 378|key,alias of,scope,id' \
    '|230 344 379 380 207 193 12 24 25|381|key,value,scope' \
    '|230 344 207 193 12 24 25|382|key,value,done' \
    '|230 344 207 193 12||key,scope,overrides,alias of,service,id,type,created_at,updated_at' \
    '|230 344 207 193 15 370 371 373 12 20 21 22 23 24 25|372|key,scope,id,created_at,updated_at' \
    '|230 344 207 193 15 370 374 375 12 20 21 22 23 27 24 25|383|key,scope,id,created_at,updated_at' \
    '|230 344 207 193 12 28 29 24 25|383|' \
    '|230 344 207 193 377 15 370 12 20 21 22 23 24 25|383|key,scope,overrides,id' \
    '|230 344 207 193 15 370 12 20 21 22 23 24 25|383 378|key,alias of,scope,id' \
    '|230 344 379 207 193 12 24 25|381|key,scope' \
    '|||first name,last name,nickname,id,created_at,email,username,picture,updated_at' \
    '|||name,owner,bot,id' \
    '|96||name,branch,private,url,id' \
    '|98 96||name' \
    '|||link,invited' \
    '|74 384 20 21 22 23 24 25||' \
    '|||first name,last name,email,use,usage,company,size,role,hosting,questions,usage other,step,created_at' \
    '|79 80 81 385 386 387 388 389 390 391 392 393 394 20 21 22 23 24 25||' \
    '|395 193 12|207|name,kind,state,version,url,age,id,deployment' \
    '|396||' \
    '|||' \
    '|||' \
    '|397||' \
    '|||name,active,organization,project,environment,api_url,token' \
    '|||setting,value,origin' \
    '||398|' \
    '|399 400 401 402 403 404 405 406 407 408 409||' \
    '|410|411|' \
    '|412 413 414 415 416||' \
    '|412 413 414 415 416||' \
    '|||' \
    '|||' \
    '|||' \
    '|||' \
    '||417|shell,file,done' \
    '||417|shell,file,done' \
    '||417|' \
    '|418 419 420 421 422 423 424 24 25|425|' \
    '|||command,method,path,summary,operation,api,when'
set -g __qovery_kids \
    '2:org	Manage organizations, their members, access and billing' \
    '15:cluster	Manage clusters and look up what cloud providers offer' \
    '21:project	Manage projects and their deployment rules' \
    '23:env	Manage and deploy environments' \
    '27:app	Manage and deploy applications, built from git repositories' \
    '47:container	Manage and deploy containers, run from images of a registry' \
    '59:db	Manage databases, their credentials and backups' \
    '69:var	Manage variables of projects, environments and services' \
    '70:secret	Manage secrets of projects, environments and services' \
    '71:account	Manage your own account' \
    '329:status	Show the services of an environment and their states' \
    '74:auth	Sign in and out' \
    '75:context	Manage profiles and the default project and environment' \
    '76:sandbox	Try the CLI against a local copy of the API, without an account' \
    '77:completion	Set up completion in bash, zsh, fish or PowerShell' \
    '348:api	Send a request to any path of the API' \
    '349:commands	List all commands and their API operations' \
    '78:list	List your organizations' \
    '79:get	Show the details of an organization' \
    '80:create	Create a new organization' \
    '81:update	Update an organization' \
    '82:delete	Delete an organization and everything in it' \
    '3:token	API tokens of an organization' \
    '4:webhook	Webhooks that receive deployment events' \
    '5:registry	Container registries of an organization' \
    '6:credentials	Cloud provider credentials of an organization' \
    '7:billing	Plan, costs, invoices and credit cards' \
    '11:github	GitHub app of an organization' \
    '12:git	Git accounts, repositories and branches of an organization' \
    '13:member	Members of an organization' \
    '14:invite	Invitations to an organization' \
    '127:transfer	Transfer an organization to another member' \
    '83:list	List the API tokens of an organization' \
    '84:create	Create an API token for an organization' \
    '85:delete	Delete an API token' \
    '86:list	List the webhooks of an organization' \
    '87:get	Show the details of a webhook' \
    '88:create	Create a webhook' \
    '89:update	Update a webhook' \
    '90:delete	Delete a webhook' \
    '91:list	List the container registries of an organization' \
    '92:get	Show the details of a container registry' \
    '93:create	Add a container registry to an organization' \
    '94:update	Update a container registry' \
    '95:delete	Remove a container registry from an organization' \
    '96:kinds	List the kinds of registry and the settings each needs' \
    '97:list	List the credentials of a cloud provider' \
    '98:get	Show cloud credentials, without their secrets' \
    '99:create	Create cloud credentials' \
    '100:update	Update cloud credentials' \
    '101:delete	Delete cloud credentials' \
    '102:cost	Show the cost of the current month so far' \
    '103:cluster-cost	Show the monthly cost of a cluster' \
    '104:status	Show whether an organization has valid billing details' \
    '105:plan	Change the plan of an organization' \
    '106:credit	Redeem a credit code' \
    '8:info	Billing contact and address' \
    '9:invoice	Invoices of an organization' \
    '10:card	Credit cards of an organization' \
    '107:get	Show the billing contact and address' \
    '108:update	Update the billing contact and address' \
    '109:list	List the invoices of an organization' \
    '110:get	Show the details of an invoice' \
    '111:download	Download an invoice as a PDF' \
    '112:send-all	Request all invoices at once' \
    '113:list	List the credit cards of an organization' \
    '114:create	Add a credit card to an organization' \
    '115:delete	Delete a credit card' \
    '116:connect	Connect the GitHub app of an organization' \
    '117:disconnect	Disconnect the GitHub app of an organization' \
    '118:provider	List the git accounts of an organization' \
    '119:repository	List the git repositories of an organization' \
    '120:branch	List the branches of a git repository' \
    '121:list	List the members of an organization' \
    '122:delete	Remove a member from an organization' \
    '123:list	List the pending invitations' \
    '124:create	Invite someone to an organization' \
    '125:delete	Delete an invitation' \
    '126:accept	Accept an invitation' \
    '128:list	List the clusters of an organization' \
    '129:get	Show the details of a cluster' \
    '130:create	Create a cluster in an organization' \
    '131:update	Update a cluster' \
    '132:delete	Delete a cluster and its infrastructure' \
    '133:status	Show the state of a cluster' \
    '134:statuses	List the states of all clusters of an organization' \
    '135:deploy	Deploy a cluster, or apply its pending changes' \
    '136:stop	Stop a cluster' \
    '137:upgrade	Upgrade a cluster to the next Kubernetes version' \
    '138:ready	Show whether a cluster can be deployed' \
    '16:log	Logs of the last operation on a cluster' \
    '17:settings	Advanced settings of a cluster' \
    '18:route	Routing table of a cluster' \
    '19:cloud-info	Cloud provider and credentials of a cluster' \
    '20:provider	Cloud providers, regions, features and instance types' \
    '139:list	List the logs of the last operation on a cluster' \
    '140:get	Show the advanced settings of a cluster' \
    '141:update	Update advanced settings of a cluster' \
    '142:list	List the routes of a cluster' \
    '143:update	Update the routing table of a cluster' \
    '144:get	Show the cloud provider and credentials of a cluster' \
    '145:update	Set the cloud provider and credentials of a cluster' \
    '146:list	List the cloud providers' \
    '147:regions	List the regions of a cloud provider' \
    '148:features	List the cluster features of a cloud provider' \
    '149:instance-types	List the instance types of a cloud provider' \
    '150:list	List the projects of an organization' \
    '151:get	Show the details of a project' \
    '152:create	Create a project in an organization' \
    '153:update	Update a project' \
    '154:delete	Delete a project and all its environments' \
    '155:stats	Count the environments and services of each project' \
    '22:rule	Rules for the cluster, mode and schedule of new environments' \
    '156:list	List the deployment rules of a project' \
    '157:get	Show the details of a deployment rule' \
    '158:create	Create a deployment rule in a project' \
    '159:update	Update a deployment rule' \
    '160:delete	Delete a deployment rule' \
    '161:order	Set the order of the deployment rules of a project' \
    '162:list	List the environments of a project' \
    '163:get	Show the details of an environment' \
    '164:create	Create an environment in a project' \
    '165:update	Update the name or mode of an environment' \
    '166:delete	Delete an environment and all its services' \
    '167:status	Show the deployment status of an environment' \
    '168:statuses	List the statuses of all environments of a project' \
    '169:stats	Count the services of each environment' \
    '170:deploy	Deploy all services of an environment' \
    '171:stop	Stop all services of an environment' \
    '172:restart	Restart the services of an environment' \
    '173:cancel	Cancel the deployment of an environment' \
    '174:clone	Clone an environment' \
    '175:deploy-services	Deploy selected services of an environment' \
    '24:rule	Automatic deployment, stop and previews of an environment' \
    '25:history	Deployment history of an environment' \
    '26:log	Deployment logs of an environment' \
    '176:get	Show the deployment rule of an environment' \
    '177:update	Update the deployment rule of an environment' \
    '178:list	List the deployments of an environment, newest first' \
    '179:list	List the deployment logs of an environment' \
    '180:list	List the applications of an environment' \
    '181:get	Show the details of an application' \
    '182:create	Create an application in an environment' \
    '183:update	Update an application' \
    '184:delete	Delete an application and its volumes' \
    '185:status	Show the deployment status of an application' \
    '186:statuses	List the statuses of all applications of an environment' \
    '187:deploy	Deploy an application' \
    '188:stop	Stop an application' \
    '189:restart	Restart an application' \
    '28:commit	Commits of an application\'s branch' \
    '29:contributor	Contributors of an application\'s repository' \
    '30:link	Public URLs of an application' \
    '31:log	Logs of an application' \
    '32:history	Deployment history of an application' \
    '33:event	Events of an application' \
    '34:domain	Custom domains of an application' \
    '35:settings	Advanced settings of an application' \
    '36:network	Network settings of an application' \
    '37:restriction	Paths whose commits deploy an application automatically' \
    '38:tag	Tags of an application' \
    '39:dependency	Deployment order of applications' \
    '40:database	Databases linked to an application' \
    '41:logical	Logical databases linked to an application' \
    '42:scale	Current number of instances of applications' \
    '43:storage	Disk usage of the volumes of applications' \
    '44:instance	Running instances of an application' \
    '45:language	Languages that buildpacks support' \
    '46:metric	Resource usage and restarts of an application over time' \
    '190:list	List the latest commits of an application\'s branch' \
    '191:list	List the contributors of an application\'s repository' \
    '192:list	List the public URLs of an application' \
    '193:list	List the latest logs of an application' \
    '194:list	List the deployments of an application, newest first' \
    '195:list	List the events of an application, newest first' \
    '196:list	List the custom domains of an application' \
    '197:create	Add a custom domain to an application' \
    '198:update	Update a custom domain of an application' \
    '199:delete	Remove a custom domain from an application' \
    '200:status	Show a custom domain of an application and its DNS target' \
    '201:get	Show the advanced settings of an application' \
    '202:update	Update advanced settings of an application' \
    '203:defaults	Show the default advanced settings of applications' \
    '204:get	Show the network settings of an application' \
    '205:update	Update the network settings of an application' \
    '206:list	List the deployment restrictions of an application' \
    '207:create	Restrict automatic deployment to commits that touch a path' \
    '208:update	Update a deployment restriction of an application' \
    '209:delete	Delete a deployment restriction of an application' \
    '210:list	List the tags of an application' \
    '211:create	Add a tag to an application' \
    '212:delete	Remove a tag from an application' \
    '213:list	List the applications deployed before an application' \
    '214:create	Deploy an application after another one' \
    '215:delete	Remove a dependency between two applications' \
    '216:list	List the databases linked to an application' \
    '217:attach	Link a database to an application' \
    '218:detach	Unlink a database from an application' \
    '219:list	List the logical databases linked to an application' \
    '220:attach	Link a logical database to an application' \
    '221:detach	Unlink a logical database from an application' \
    '222:list	List the current number of instances of each application' \
    '223:get	Show the current number of instances of an application' \
    '224:list	List the disk usage of the volumes of each application' \
    '225:get	Show the disk usage of the volumes of an application' \
    '226:list	List the running instances of an application' \
    '227:list	List the languages that buildpacks support' \
    '228:cpu	Show the CPU usage of an application over time' \
    '229:memory	Show the memory usage of an application over time' \
    '230:storage	Show the disk usage of an application over time' \
    '231:health	Show the health check latency of an application' \
    '232:restart	List the restarts of an application and their causes' \
    '233:list	List the containers of an environment' \
    '234:get	Show the details of a container' \
    '235:create	Create a container in an environment' \
    '236:update	Update a container' \
    '237:delete	Delete a container and its volumes' \
    '238:status	Show the deployment status of a container' \
    '239:statuses	List the statuses of all containers of an environment' \
    '240:deploy	Deploy a container' \
    '241:stop	Stop a container' \
    '242:restart	Restart a container' \
    '243:deploy-all	Deploy new versions of several services at once' \
    '244:deploy-image	Deploy a new image tag in every environment that uses it' \
    '245:preview-image	Create preview environments for a new image tag' \
    '48:link	Public URLs of a container' \
    '49:log	Logs of a container' \
    '50:history	Deployment history of a container' \
    '51:domain	Custom domains of a container' \
    '52:settings	Advanced settings of a container' \
    '53:network	Network settings of a container' \
    '54:dependency	Deployment order of containers' \
    '55:logical	Logical databases linked to a container' \
    '56:scale	Current number of instances of containers' \
    '57:storage	Disk usage of the volumes of containers' \
    '58:instance	Running instances of a container' \
    '246:list	List the public URLs of a container' \
    '247:list	List the latest logs of a container' \
    '248:list	List the deployments of a container, newest first' \
    '249:list	List the custom domains of a container' \
    '250:create	Add a custom domain to a container' \
    '251:update	Update a custom domain of a container' \
    '252:delete	Remove a custom domain from a container' \
    '253:status	Show a custom domain of a container and its DNS target' \
    '254:get	Show the advanced settings of a container' \
    '255:update	Update advanced settings of a container' \
    '256:get	Show the network settings of a container' \
    '257:update	Update the network settings of a container' \
    '258:list	List the containers deployed before a container' \
    '259:create	Deploy a container after another one' \
    '260:delete	Remove a dependency between two containers' \
    '261:list	List the logical databases linked to a container' \
    '262:attach	Link a logical database to a container' \
    '263:detach	Unlink a logical database from a container' \
    '264:list	List the current number of instances of each container' \
    '265:get	Show the current number of instances of a container' \
    '266:list	List the disk usage of the volumes of each container' \
    '267:get	Show the disk usage of the volumes of a container' \
    '268:list	List the running instances of a container' \
    '269:list	List the databases of an environment' \
    '270:get	Show the details of a database' \
    '271:create	Create a database in an environment' \
    '272:update	Update a database' \
    '273:delete	Delete a database and its data' \
    '274:status	Show the deployment status of a database' \
    '275:statuses	List the statuses of all databases of an environment' \
    '276:deploy	Deploy a database' \
    '277:stop	Stop a database' \
    '278:restart	Restart a database' \
    '60:version	Versions available for a database' \
    '61:config	Types, versions and modes a database can have' \
    '62:credentials	Master credentials of a database' \
    '63:metric	Resource usage and restarts of a database' \
    '64:history	Deployment history of a database' \
    '65:event	Events of a database' \
    '66:application	Applications linked to a database' \
    '67:backup	Backups of a database' \
    '68:logical	Logical databases on a database server' \
    '279:list	List the versions available for a database' \
    '280:list	List which types, versions and modes a database can have' \
    '281:get	Show the master credentials of a database' \
    '282:update	Update the master credentials of a database' \
    '283:list	List the current resource usage of each database' \
    '284:get	Show the current resource usage of a database' \
    '285:cpu	Show the CPU usage of a database over time' \
    '286:memory	Show the memory usage of a database over time' \
    '287:storage	Show the disk usage of a database over time' \
    '288:health	Show the health check latency of a database' \
    '289:restart	List the restarts of a database and their causes' \
    '290:list	List the deployments of a database, newest first' \
    '291:list	List the events of a database, newest first' \
    '292:list	List the applications linked to a database' \
    '293:detach	Unlink an application from a database' \
    '294:list	List the backups of a database, newest first' \
    '295:create	Create a backup of a database' \
    '296:delete	Delete a backup of a database' \
    '297:list	List the logical databases on a database server' \
    '298:get	Show the details of a logical database' \
    '299:create	Create a logical database on a database server' \
    '300:update	Update a logical database' \
    '301:delete	Delete a logical database and its data' \
    '302:credentials	Show the credentials of a logical database' \
    '303:update-credentials	Update the credentials of a logical database' \
    '304:applications	List the applications linked to a logical database' \
    '305:containers	List the containers linked to a logical database' \
    '306:list	List variables, inherited ones included' \
    '307:create	Create a variable of a project, environment or service' \
    '308:update	Update a variable' \
    '309:delete	Delete a variable of a project, environment or service' \
    '310:override	Override an inherited variable' \
    '311:alias	Create an alias of a variable' \
    '312:import	Import variables from a dotenv file' \
    '313:set	Create or update variables' \
    '314:list	List secrets, inherited ones included' \
    '315:create	Create a secret of a project, environment or service' \
    '316:update	Update a secret' \
    '317:delete	Delete a secret of a project, environment or service' \
    '318:override	Override an inherited secret' \
    '319:alias	Create an alias of a secret' \
    '320:import	Import secrets from a dotenv file' \
    '321:get	Show your account' \
    '72:git	Git accounts connected to your account' \
    '325:referral	Show your referral link and who used it' \
    '326:reward	Redeem a reward code' \
    '73:sign-up	Sign-up details of your account' \
    '322:provider	List your connected git accounts' \
    '323:repository	List the repositories of your git account' \
    '324:branch	List the branches of a repository of your git account' \
    '327:get	Show your sign-up details' \
    '328:create	Submit your sign-up details' \
    '330:login	Sign in with an API token' \
    '331:status	Show whether you are signed in, and with which token' \
    '332:logout	Remove the stored token of a profile' \
    '333:token	Print the token for use by another program' \
    '334:list	List the profiles' \
    '335:show	Show the current settings and where each comes from' \
    '336:use	Switch to another profile' \
    '337:set	Set defaults in the current profile' \
    '338:unset	Remove defaults from the current profile' \
    '339:run	Run the sandbox in the foreground' \
    '340:start	Start the sandbox in the background' \
    '341:stop	Stop the sandbox running in the background' \
    '342:status	Show whether the sandbox is running, and its URL' \
    '343:reset	Reset the sandbox to its initial data' \
    '344:demo	Watch a tour of the main commands in a sandbox' \
    '345:install	Install completion of commands, options and names' \
    '346:uninstall	Remove what \'completion install\' put in place' \
    '347:show	Print the completion script'
set -g __qovery_first 1 18 33 36 41 47 52 60 62 66 69 71 74 76 80 96 97 99 101 103 107 114 120 137 139 140 141 170 171 172 173 174 175 176 181 184 186 190 193 196 199 202 204 206 207 208 213 237 238 239 240 245 247 249 252 255 257 259 260 279 280 281 283 290 291 292 294 297 306 314 321 326 329 331 335 340 346
set -g __qovery_final 17 32 35 40 46 51 59 61 65 68 70 73 75 79 95 96 98 100 102 106 113 119 136 138 139 140 169 170 171 172 173 174 175 180 183 185 189 192 195 198 201 203 205 206 207 212 236 237 238 239 244 246 248 251 254 256 258 259 278 279 280 282 289 290 291 293 296 305 313 320 325 328 330 334 339 345 348

# The level that each kind lies in.
set -g __qovery_in_cluster organization
set -g __qovery_in_project organization
set -g __qovery_in_registry organization
set -g __qovery_in_token organization
set -g __qovery_in_webhook organization
set -g __qovery_in_member organization
set -g __qovery_in_invite organization
set -g __qovery_in_invoice organization
set -g __qovery_in_creditCard organization
set -g __qovery_in_awsCredentials organization
set -g __qovery_in_scalewayCredentials organization
set -g __qovery_in_digitalOceanCredentials organization
set -g __qovery_in_environment project
set -g __qovery_in_projectRule project
set -g __qovery_in_projectVariable project
set -g __qovery_in_projectSecret project
set -g __qovery_in_application environment
set -g __qovery_in_container environment
set -g __qovery_in_database environment
set -g __qovery_in_environmentVariable environment
set -g __qovery_in_environmentSecret environment
set -g __qovery_in_applicationDomain application
set -g __qovery_in_restriction application
set -g __qovery_in_tag application
set -g __qovery_in_applicationVariable application
set -g __qovery_in_applicationSecret application
set -g __qovery_in_containerDomain container
set -g __qovery_in_containerVariable container
set -g __qovery_in_containerSecret container
set -g __qovery_in_logicalDatabase database
set -g __qovery_in_backup database

# An older fish completes names of files, as without this script.
string match -q -r '(?<__qovery_groups>.)' x
set -q __qovery_groups[1]; and complete -c qovery -f -a '(__qovery_complete)'
