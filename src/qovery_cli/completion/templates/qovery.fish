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
    set -l own @EVERYWHERE@ @ROOT@
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
    set own @EVERYWHERE@
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
#@OPTIONS@

# The tree, the root first. A group is PLACE:OTHER_NAME..., its children stand in "kids" from "first"
# to "final"; a command is |OPTIONS|ARGUMENTS|COLUMNS with commas.
#@NODES@

# The level that each kind lies in.
#@LEVELS@

# An older fish completes names of files, as without this script.
string match -q -r '(?<__qovery_groups>.)' x
set -q __qovery_groups[1]; and complete -c qovery -f -a '(__qovery_complete)'
