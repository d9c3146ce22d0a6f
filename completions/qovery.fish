# Completion of qovery for fish, installed by `qovery completion install`.
#
# Commands, options and values are read from tables (see completions/README.md), names of resources from
# caches. Only __qovery_ask starts a process, for names that the caches do not have. Functions read and
# write the locals of __qovery_complete because of --no-scope-shadowing. Costs in fish: every command
# counts, a function call as five commands, a command substitution as twenty; substrings are therefore
# taken with named groups, which need fish 3.2.
set -g __qovery_tables (status dirname)/tables-1
# Before 3.5, fish needs a process for the current time.
set -g __qovery_reads
contains path (builtin -n); and set __qovery_reads 1

# The argument names declare empty locals, because one "set -l" for each is slower. They include all
# named groups, which would be global variables otherwise.
function __qovery_complete -a pending ended typed given value key flag lead leaf args heads columns profile level \
        name url stored scope levels kind up variable rank hides dir file rows common count text letter rest before \
        kinds several alternatives parts folder found parent
    set -l words (commandline -opc; commandline -ct)
    set -l last $words[-1]
    set -l program $words[1]
    set -e words[1 -1]
    # An open quote is the beginning of a word, not an error.
    string match -q -r '^[\w./:@,=+-]*$' -- $last
    or set last (string unescape -- $last; or string replace -a -r '["\']' '' -- $last)
    set -l node $__qovery_tables; set -l place 1
    # The first line: the last line that all commands have, and the last before those that some refer to.
    __qovery_read $node/_options.tsv; or return
    string match -q -r '^(?<common>\d+) (?<count>\d+)' -- $rows[1]
    set -l shared $rows
    set -l specs $rows[2..$count]
    __qovery_words; and __qovery_last
end
# Parses the words before the last one. Fails for an invalid word.
function __qovery_words --no-scope-shadowing
    for word in $words
        if set -q pending[1]; set -p typed "$pending[1]=$word"; set pending; continue; end
        # After "--", words are arguments.
        switch "$ended$word"
            case --; set ended +
            case '--*=*'
                string match -q -r '^(?<before>--[^=]*)=(?<text>.*)' -- $word
                __qovery_find $before; and set -p typed "$flag=$text"
            case '--*'; __qovery_find $word; and set -q value[1]; and set pending "$flag" $value
            case '-?*'
                set -l rest $word
                while string match -q -r '^-(?<letter>.)(?<rest>.*)' -- -$rest
                    test $letter = -; and continue
                    __qovery_find -$letter; and set -q value[1]; or continue
                    if test -n "$rest"; set -p typed "$flag=$rest"; else; set pending "$flag" $value; end
                    break
                end
            case '*'; __qovery_step; or return
        end
    end
    return 0
end
# Parses a word that is not an option: the name of a group or command, or an argument.
function __qovery_step --no-scope-shadowing
    if set -q leaf[1]
        string match -q -r '^(?<key>[^*|\t][^|\t]*)' -- $args[$place]; and set given "$given$key|"
        set place (math $place + 1)
        return 0
    end
    string match -q -r '^(?<name>[a-z0-9-]+)$' -- $word; or return 1
    if not test -e $node/$name -o -e $node/$name.tsv
        __qovery_read $node/_index.tsv
        and string match -q -r '^-?(?<name>[^ \t]+)(?: [^ \t]+)*? '$word'[ \t]' -- $rows
        or return 1
    end
    set node $node/$name
    set specs $shared[2..$common]
    test -d $node; and not test -f $node.tsv; and return 0
    # The first line: the last line of an argument, the shared options, a tab, and the columns.
    __qovery_read $node.tsv; or return 1
    string match -q -r '^(?<count>\d+)(?<text>[^\t]*)\t(?<heads>.*)' -- $rows[1]
    string match -q -r -a '(?<found>--[^ ]+)' -- $text; and set -a specs (string match -r '^\*?(?:'(string join -- '|' $found)')[ ;].*' -- $shared)
    test $count = 1; or set args $rows[2..$count]
    set leaf 1
    set specs $rows[2..-1] $specs
    return 0
end
# Finds the option with this spelling: its first one, and |VALUE if it takes one.
function __qovery_find --no-scope-shadowing
    string match -q -r '^[\w-]+$' -- $argv[1]; or return 1
    string match -q -r '^(?=\*?(?:[^|\t]*[ ;])?'$argv[1]'[; |\t])(?<key>\*?(?<flag>[^ ;]*)[^|\t]*)(?<value>\|[^\t]*)?\t' -- $specs
    or return 1
    # One that may be repeated begins with a star, which is no expression.
    set given "$given\\Q$key\\E|"
end
# Completes the last word. "lead" is the text before the value in the same word.
function __qovery_last --no-scope-shadowing
    if set -q pending[1]
        __qovery_value "$pending[2]"
    else if not set -q ended[1]; and string match -q -r '^(?<lead>(?<before>--[^=]*)=)' -- "$last"
        __qovery_find $before; and set -q value[1]; and __qovery_value $value
    else if not set -q ended[1]; and string match -q -- '-*' "$last"
        __qovery_flags
    else if not set -q leaf[1]
        __qovery_read $node/_index.tsv; or return
        set -l all $rows
        __qovery_level $rows
        string replace -f -r -- "$level"'^([^- \t][^ \t]*)[^\t]*(\t[^\t]*).*' '$1$2' $all
    else
        if not set -q args[$place]; and string match -q '\**' -- $args[-1]; set place (count $args); end
        if set -q args[$place]
            string match -q -r '^[^|\t]*(?<value>\|[^\t]*)' -- $args[$place]
            __qovery_value "$value" argument
        else if not set -q ended[1]
            __qovery_flags
        end
    end
end
# Sets "level" to an expression for the rows that the API level has, if it is known and any row lacks one.
function __qovery_level --no-scope-shadowing
    string match -q '*'\t'!*' -- $argv; or return 0
    set level $QOVERY_API_LEVEL
    test -n "$level"; or __qovery_profile
    test -n "$level"; and set level '(?!.*\t!.*'(string escape --style=regex -- $level)')'
end
# The options that are not on the line yet. Short flags are offered only after "-".
function __qovery_flags --no-scope-shadowing
    __qovery_level $specs
    set -l left '^'"$level"'(?:\*|(?!(?:'"$given"'x)[|\t]))'
    string replace -f -r -- $left'(--[^ ;]+)[^\t]*(\t[^\t]*).*' '$1$2' $specs
    string replace -f -r -- $left'--[^ ;]+ (--[^ ;]+)[^\t]*(\t[^\t]*).*' '$1$2' $specs
    string match -q -- '-*' "$last"
    and string replace -f -r -- $left'[^;]*?(-[^-;])[;|][^\t]*(\t[^\t]*).*' '$1$2' $specs
end
# Completes the value of an option: #WORDS one of them, C columns, S a sort key, F a filter,
# P a profile, / a file, @KINDS a name.
function __qovery_value --no-scope-shadowing
    switch $argv[1]
        case '|#*'
            string match -q -r -a '(?<found>[^ |#]+)' -- $argv[1]
            printf '%s\n' "$lead"$found
        case '|C' '|S' '|F'
            string match -q -r -a '(?<columns>[^,]+)' -- $heads
            set before $lead
            test $argv[1] = '|C'; and string match -q -r '^(?<before>.*,)' -- "$last"
            test $argv[1] = '|S'; and string match -q -r '^(?<before>.*,-?|--[^=]*=-?|-)' -- "$last"
            test $argv[1] = '|F'; and set columns $columns=
            printf '%s\n' "$before"$columns
        case '|P'; __qovery_context; and string replace -f -r -- '^profile ' "$lead" $rows
        case '|/'; __fish_complete_path (string replace -- "$lead" '' "$last") | string replace -r -- '^' "$lead"
        case '|@*'; __qovery_names $argv[1] $argv[2]
    end
end
# Prints the names of KIND:LEVEL+KIND:LEVEL, or of an alternative after "|". qovery is run for names that
# the caches do not have, and for paths that are not the beginning of a name. A row is NAME, tab, ID, and
# the kind if there are several.
function __qovery_names --no-scope-shadowing -a kinds is_argument
    string match -q -r '^\|@(?<kinds>.*)' -- $kinds
    if not __qovery_scope; __qovery_ask; return; end
    if string match -q '*|*' -- $kinds; __qovery_meant; or return 0; end
    if not __qovery_known; or __qovery_leads; __qovery_ask; return; end
    # A name that looks like an option is replaced by its id in an argument.
    if set -q is_argument[1]; and not set -q ended[1]; and string match -q -- '-*' $rows
        string replace -f -r -- '^(-[^\t]*)\t([^\t]*).*' '$2\t$1' $rows
        string replace -f -r -- '^([^-\t][^\t]*)\t[^\t]*' "$lead\$1" $rows
    else if set -q lead[1]; or string match -q '*+*' $kinds
        string replace -f -r -- '^([^\t]+)\t[^\t]*' "$lead\$1" $rows
    else
        string match -r -- '^[^\t]+(?=\t)' $rows
    end
    return 0
end
# The rows of all "kinds". Fails if the caches do not have them or are outdated.
function __qovery_known --no-scope-shadowing
    string match -q -r -a '(?<several>[^+]+)' -- $kinds
    set -l names
    for one in $several
        string match -q -r '^(?<kind>[^:]*):(?<up>.*)' -- $one
        set -l own_kind $kind
        __qovery_id $up
        switch $status; case 1; return 1; case 2; break; end
        __qovery_list $own_kind $parent; and __qovery_is_new; or return 1
        set -q several[2]; or return 0
        set -a names $rows\t$own_kind
    end
    set rows $names
    return 0
end
# Returns whether the word is a path that is not the beginning of a row.
function __qovery_leads --no-scope-shadowing
    string match -q -- '*/*' "$last"; or return
    set -l typed (string replace -- "$lead" '' "$last" | string escape --style=regex)
    not string match -q -r -- "^$typed" $rows
end
# Reads the context file, which has the URL, the API level and the scope of each profile.
function __qovery_context --no-scope-shadowing
    set -l cache $HOME/.cache/qovery
    set -l config $HOME/.config/qovery
    string match -q '/*' "$XDG_CACHE_HOME"; and set cache (string trim -r -c / $XDG_CACHE_HOME)/qovery
    string match -q '/*' "$XDG_CONFIG_HOME"; and set config (string trim -r -c / $XDG_CONFIG_HOME)/qovery
    if test -d /System/Library -a -d "$HOME/Library"
        set cache $HOME/Library/Caches/qovery
        set config "$HOME/Library/Application Support/qovery"
    end
    test -n "$QOVERY_CACHE_DIR"; and set cache $QOVERY_CACHE_DIR
    test -n "$QOVERY_CONFIG_DIR"; and set config $QOVERY_CONFIG_DIR
    if string match -q -r '^~|./$' -- $config $cache
        set config (string replace -r '^~' $HOME -- $config | string trim -r -c /)
        set cache (string replace -r '^~' $HOME -- $cache)
    end
    set dir $cache/completion
    set config $config/config.json
    __qovery_read $dir/context; and string match -q 'qovery 2 *' -- $rows[1]; or return 1
    test "$rows[2]" = "config $config"; and not test $config -nt $dir/context
end
# Determines the active profile: its "name", "url", "level", and the "stored" lines of its scope. Fails if
# a .qovery.yaml, which has precedence over it, is in this directory or above.
function __qovery_profile --no-scope-shadowing
    set -l here ''; set -l near
    string match -q -r -a '(?<parts>/[^/]+)' -- $PWD
    for part in $parts
        set here $here$part
        # Directories above the home directory are ignored.
        test "$here" = "$HOME"; and set near
        test -e $here/.qovery.yaml; and set near 1
    end
    set -q near[1]; and return 1
    __qovery_context; or return 1
    string match -q -r '^--profile=(?<profile>.*)' -- $typed
    set name $profile
    set -q name[1]; or set name $QOVERY_PROFILE
    test -n "$name"; or string match -q -r '^active (?<name>.*)' -- $rows
    string match -q -r '^[A-Za-z0-9][A-Za-z0-9._-]*$' -- "$name"; or return 1
    set -l is_mine
    for row in $rows
        if string match -q 'profile *' -- $row
            set is_mine
            test $row = "profile $name"; and set is_mine 1
        else if set -q is_mine[1]
            set -a stored $row
        end
    end
    string match -q -r '^api_level (?<level>.*)' -- $stored
end
# Determines the scope as config/scope.py does: from options, variables and the profile; a source that
# sets a level hides lower ones of later sources. A row: LEVEL PARENT FLAG VARIABLE RANK HIDDEN-RANK.
function __qovery_scope --no-scope-shadowing
    __qovery_profile; and __qovery_read $__qovery_tables/_scope.tsv; or return 1
    set levels $rows
    set -l cut 9; set -l next 9
    for source in typed variables stored
        for row in $levels
            string match -q -r '^(?<kind>\S+)\t\S+\t(?<flag>\S+)\t(?<variable>\S+)\t(?<rank>.)\t(?<hides>.)' -- $row
            switch $source
                case typed; string match -q -r "^$flag=(?<text>.+)" -- $typed; or continue
                case variables; set text $$variable; test -n "$text"; or continue
                case stored; string match -q -r "^$kind (?<text>.+)" -- $stored; or continue
            end
            test $hides -lt $next; and set next $hides
            test $rank -lt $cut; and set -a scope "$kind=$text"
        end
        set cut $next
    end
    string match -q -r '^api_url (?<url>.*)' -- $stored
    set -l token
    if not set -q profile[1]
        test -n "$QOVERY_API_URL"; and set url $QOVERY_API_URL
        test -n "$QOVERY_API_TOKEN$QOVERY_CLI_ACCESS_TOKEN$Q_CLI_ACCESS_TOKEN"; and set token +token
    end
    test "$url" = https://api.qovery.com; and set url
    if test -n "$url"
        # It rarely changes between two TABs.
        test "$url" = "$__qovery_url[1]"; or set -g __qovery_url $url @(string replace -a -r '[^A-Za-z0-9]' _ -- $url)
        set url $__qovery_url[2]
    end
    string match -q -r '^(?<folder>.{1,150})' -- "$name$url$token"
    set folder $dir/$folder
end
# Selects from alternatives the kinds whose parent is the deepest in the scope.
function __qovery_meant --no-scope-shadowing
    set -l best
    set -l deepest -1
    string match -q -r -a '(?<alternatives>[^|]+)' -- $kinds
    for one in $alternatives
        if string match -q -r '^(?<kind>[^?]*)\?(?<text>.*)' -- $one
            if contains -- $text $typed; set kinds $kind; return 0; end
            continue
        end
        string match -q -r ':(?<up>.*)' -- $one
        string match -q "$up=*" -- $scope; or continue
        string match -q -r "^$up\t.*\t(?<rank>.)\t.\$" -- $levels
        if test $rank -gt $deepest
            set best $one
            set deepest $rank
        else if test $rank -eq $deepest
            set best
        end
    end
    set kinds $best
    set -q kinds[1]
end
# Sets "parent" to the id of a level: fails with 1 if only qovery knows it, with 2 without it in the scope.
function __qovery_id --no-scope-shadowing
    set parent
    test -n "$argv[1]"; or return 0
    string match -q -r "^$argv[1]\t(?<up>\S+)" -- $levels
    set -l outer $up
    set -l name '[^\t\n]*'
    if string match -q -r "^$argv[1]=(?<text>.*)" -- $scope
        string match -q -r '^(?<parent>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$' -- $text; and return 0
        string match -q -r '[/%$`]|^\s|\s$' -- $text; and return 1
        set name $text
        string match -q -r '^[\w-]+$' -- $text; or set name (string escape --style=regex -- $text)
    else if test $outer != -
        return 2
    end
    if test $outer != -; __qovery_id $outer; or return $status; end
    __qovery_list $argv[1] $parent; or return 1
    # In one string, each row after a newline: of several strings, only the first match is returned.
    set rows \n$rows
    string match -q -r -a '\n'$name'\t(?<found>\S+)' -- "$rows"
    or string match -q -r -a '(?i)\n'$name'\t(?<found>\S+)' -- "$rows"
    or return 1
    if set -q found[2]; test "$name" = '[^\t\n]*'; and return 2; return 1; end
    set parent $found
end
# Reads a list to "rows"; the first line is its expiry time.
function __qovery_list --no-scope-shadowing
    set -q argv[2]; and set argv[1] $argv[1].$argv[2]
    __qovery_read $folder/$argv[1]; and string match -q -r '^\d{1,15}$' -- $rows[1]
end
# Returns whether a list is still fresh. The current time is its modification time plus its age.
function __qovery_is_new --no-scope-shadowing
    set -l ago (path mtime -- $file; path mtime -R -- $file)
    # math fails when it divides by zero; its output would need another command substitution.
    math "1 / max(0, $rows[1] - $ago[1] - $ago[2])" >/dev/null 2>&1
end
# Reads the lines of any "file" to "rows".
function __qovery_read --no-scope-shadowing
    set rows
    set file $argv[1]
    test -f $file -a -r $file; or return 1
    read -z -d \n -a rows <$file 2>/dev/null
    set -q rows[5002]; and set -e rows[5002..-1]
    set -q rows[1]
end
# Runs qovery for names that the caches do not have. It applies the same rules and ends in a second.
function __qovery_ask --no-scope-shadowing
    set program (string replace -r '^~/' $HOME/ -- $program)
    type -q -- $program; or set program qovery
    type -q -- $program; or return
    command $program __complete fish $words "$last" 2>/dev/null
end
# An older fish completes file names, as without this script.
string match -q -r '(?<__qovery_groups>.)' x
set -q __qovery_groups[1]; and complete -c qovery -f -a '(__qovery_complete)'
