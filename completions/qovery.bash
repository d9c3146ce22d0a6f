# Completion of qovery for bash 3.2 and newer, installed by `qovery completion install`.
#
# Commands, options and values are read from tables (see completions/README.md), names of resources from
# caches. Only _qovery_ask starts a process, for names that the caches do not have. Lower-case names
# without a leading underscore are locals of _qovery that the other functions read and write.
_qovery_tables=${BASH_SOURCE[0]%/*}/tables-1

_qovery() {
  local words=() typed=() shared=() others=() specs=() rows=() stored=() matches=() given=$'\t' node=$_qovery_tables
  local base=0 place=0 args=0 cur= lead= quote= aside= pending= ended= leaf= nospace= columns= level=
  local name= word flag= value= profile= url= dir= IFS=$' \t\n'
  COMPREPLY=()
  # With "set -e" a failing command ends the shell, except before "||".
  _qovery_complete || :
  _qovery_reply
}

_qovery_complete() {
  local i
  _qovery_split
  cur=${words[${#words[@]} - 1]}
  [[ -z $aside ]] || { _qovery_value /; return; }
  # The first line: the last line that all commands have, and the last before those that some refer to.
  _qovery_read "$node/_options.tsv" || return
  shared=("${rows[@]:0:${rows[0]#* }}") others=("${rows[@]:${rows[0]#* }}")
  for ((i = 1; i < ${#words[@]} - 1; i++)); do _qovery_word "${words[i]}" || return; done
  _qovery_last
}
# Splits the line up to the cursor into words without quotes and without the files of redirections;
# "aside" is set if the last word is such a file. "base" is the length of the part of the last word
# that readline does not replace: up to the last unquoted word break, or to an open quote.
_qovery_split() {
  local rest=${COMP_LINE:0:COMP_POINT} word= started= chunk char start
  while [[ -n $rest ]]; do
    case $quote in
    \') chunk=${rest%%\'*} ;;
    \") chunk=${rest%%[\"\\]*} ;;
    *) chunk=${rest%%[[:space:]\'\"\\:=@\>\<\|\&\;\(]*} ;;
    esac
    word+=$chunk started+=$chunk rest=${rest:${#chunk}}
    char=${rest:0:1} rest=${rest:1}
    case ${quote:-n}$char in
    n | \' | \") ;;
    n[[:space:]])
      [[ -z $started ]] || { [[ -n $aside ]] || words+=("$word"); aside=; }
      word= started= base=0 ;;
    n[\<\>])
      # A number before it belongs to it.
      [[ -z $started || -n $aside || $word != *[!0-9]* ]] || words+=("$word")
      word= started= base=0 aside=1 rest=${rest#"${rest%%[!<>\&|]*}"} ;;
    n[\'\"]) quote=$char start=${#word} started=1 ;;
    \'\' | \"\") quote= ;;
    n\\ | \"\\)
      [[ -z $quote || $rest == [\"\\\$\`]* ]] || word+=\\
      word+=${rest:0:1} rest=${rest:1} started=1 ;;
    *)
      # "@" is the only word break that readline includes in the next word.
      [[ $char != @ || $COMP_WORDBREAKS != *@* ]] || base=${#word}
      word+=$char started=1
      [[ $char == @ || $COMP_WORDBREAKS != *"$char"* ]] || base=${#word} ;;
    esac
  done
  [[ -z $quote ]] || base=$start
  words+=("$word")
}
# Parses one word before the last one. Fails if it is invalid.
_qovery_word() {
  local i
  if [[ -n $pending ]]; then
    typed+=("$pending$1") pending=
  elif [[ -n $ended || $1 != -?* ]]; then
    _qovery_step "$1" || return
  elif [[ $1 == -- ]]; then
    ended=1
  elif [[ $1 == --* ]]; then
    _qovery_find "${1%%=*}" && [[ -n $value ]] && pending=$flag=
    [[ -z $pending || $1 != *=* ]] || { typed+=("$pending${1#*=}") && pending=; }
  else
    for ((i = 1; i < ${#1} && !${#pending}; i++)); do
      _qovery_find "-${1:i:1}" && [[ -n $value ]] && pending=$flag=
    done
    [[ -z $pending || $i == "${#1}" ]] || { typed+=("$pending${1:i}") && pending=; }
  fi
  return 0
}
# Parses a word that is not an option: the name of a group or command, or an argument.
_qovery_step() {
  local row
  if [[ -n $leaf ]]; then
    ((++place > args)) || [[ ${specs[place]} == \** ]] || given+=${specs[place]%%[|$'\t']*}$'\t'
    return 0
  fi
  [[ -n $1 && $1 != *[!a-z0-9-]* ]] || return 1
  name=$1
  if [[ ! -e $node/$1 && ! -e $node/$1.tsv ]] && _qovery_read "$node/_index.tsv"; then
    for row in "${rows[@]}"; do [[ " ${row%%$'\t'*} " != *" $1 "* ]] || name=${row%%[ $'\t']*}; done
    name=${name#-}
  fi
  node+=/$name shared=("${shared[@]:0:${shared[0]% *}}")
  [[ -f $node.tsv || ! -d $node ]] || return 0
  # The first line: the last line of an argument, the options among "others", a tab, and the columns.
  _qovery_read "$node.tsv" || return
  leaf=1 args=$((${rows[0]%%[ $'\t']*} - 1)) columns=${rows[0]#*$'\t'} specs=("${rows[@]}")
  for row in "${others[@]}"; do [[ " ${rows[0]%%$'\t'*} " != *" ${row%%[ ;]*} "* ]] || specs+=("$row"); done
}
# Finds the option with this spelling: its first one, and |VALUE if it takes one.
_qovery_find() {
  local spec
  for spec in "${specs[@]:1}" "${shared[@]:1}"; do
    [[ $spec == *"$1"* ]] || continue
    flag=${spec%%[|$'\t']*} value=${spec%%$'\t'*}
    value=${value:${#flag}}
    [[ " ${flag//[*;]/ } " == *" $1 "* ]] || continue
    [[ $flag == \** ]] || given+=$flag$'\t'
    flag=${flag#\*}
    flag=${flag%%[ ;]*}
    return 0
  done
  return 1
}
# Completes the last word: sets "matches".
_qovery_last() {
  if [[ -n $pending ]]; then
    _qovery_value "${value#|}"
  elif [[ -z $ended && $cur == --*=* ]]; then
    lead=${cur%%=*}= cur=${cur#*=}
    _qovery_find "${lead%=}" && _qovery_value "${value#|}"
  elif [[ -z $leaf && ($cur != -* || -n $ended) ]]; then
    _qovery_read "$node/_index.tsv" || return
    local row all=("${rows[@]}")
    _qovery_level "${all[*]}"
    for row in "${all[@]}"; do
      [[ $row != "$cur"* || $row == -* || $row == *$'\t!'*"$level"* ]] || matches+=("${row%%[ $'\t']*}")
    done
  else
    ((place < args || args == 0)) || [[ ${specs[args]} != \** ]] || place=$((args - 1))
    if [[ -z $ended && ($cur == -* || place -ge args) ]]; then
      _qovery_flags
    elif ((place < args)); then
      value=${specs[place + 1]%%$'\t'*}
      _qovery_value "${value#*|}" argument
    fi
  fi
}
# Determines the API level if some rows lack one; they are all offered if only qovery knows it.
_qovery_level() {
  [[ $1 == *$'\t!'* ]] || return 0
  level=${QOVERY_API_LEVEL-}
  [[ -n $level ]] || _qovery_profile || level=unknown
}
# The options that are not on the line yet. Short flags are offered only after "-".
_qovery_flags() {
  local row
  _qovery_level "${specs[*]}"
  for row in "${specs[@]:1}" "${shared[@]:1}"; do
    [[ $row == *$'\t!'*"$level"* || $given == *$'\t'"${row%%[|$'\t']*}"$'\t'* ]] && continue
    row=${row%%;*}
    for word in ${row#\*}; do
      [[ $word == "$cur"* && ($word == --* || -n $cur) ]] && matches+=("$word")
    done
  done
}
_qovery_add() {
  for word in "$@"; do [[ $word != "$cur"* ]] || matches+=("$word"); done
}
# Completes the value of an option: #WORDS one of them, C columns, S a sort key, F a filter, P a
# profile, / a file, @KINDS a name.
_qovery_value() {
  local end= IFS=$IFS
  case $1 in
  '#'*) _qovery_add ${1#?} ;;
  [CSF])
    if [[ $1 == F ]]; then end==; elif [[ $cur == *,* ]]; then lead+=${cur%,*}, cur=${cur##*,}; fi
    if [[ $1 == S && $cur == -* ]]; then lead+=- cur=${cur#-}; fi
    nospace=1 IFS=,
    [[ -z $columns ]] || _qovery_add ${columns//,/$end,}$end ;;
  P) _qovery_context && for word in "${rows[@]}"; do [[ $word != "profile $cur"* ]] || matches+=("${word#* }"); done ;;
  /) ((BASH_VERSINFO > 3)) && compopt -o default ;;
  @*) _qovery_names "${1#@}" "${2-}" ;;
  esac
}
# Passes the matches to readline: without the part that it keeps, and quoted like the word. A list of
# several is not quoted.
_qovery_reply() {
  local match listed= out char i IFS=, unsafe='*[!A-Za-z0-9_./,:=@+%-]*'
  ((${#matches[@]} < 2)) || listed=${COMP_TYPE-}
  if [[ $listed == 63 || ($base$lead$quote == 0 && ${matches[*]-} != $unsafe) ]]; then
    COMPREPLY=("${matches[@]}") matches=()
  fi
  for match in "${matches[@]}"; do
    match=$lead$match out=
    match=${match:base}
    if [[ $quote$match == $unsafe ]]; then
      for ((i = 0; i < ${#match}; i++)); do
        char=${match:i:1}
        case ${quote:-n}$char in
        \'\') char="'\\''" ;;
        \"[\"\\\$\`] | n[\ \	\'\"\\\>\<\|\&\;\(\)\$\`\!\*\?\[\]\{\}\~\#\^]) char=\\$char ;;
        \"\!) char="\"'!'\"" ;; # In double quotes, only single quotes prevent history expansion.
        esac
        out+=$char
      done
      match=$out
    fi
    # Readline does not close a quote after one of the same kind.
    [[ -z $quote || -n $listed || (-n $match && $match != *"$quote") ]] || match+=$quote
    COMPREPLY+=("$match")
  done
  [[ -z $nospace ]] || ((BASH_VERSINFO < 4)) || compopt -o nospace
}
# Sets "matches" to the names of KIND:LEVEL+KIND:LEVEL, or of an alternative after "|". qovery is run for
# names that the caches do not have, and for paths that are not the beginning of a name.
_qovery_names() {
  local kinds=$1 names_dir now parent
  # Before 4.2, bash has neither the time nor these arrays.
  if ! { printf -v now '%(%s)T' -1 2>/dev/null && local -A scope=() ranks=() parents=() && _qovery_scope; }; then
    _qovery_ask
  elif _qovery_meant && { ! _qovery_known "$2" || [[ $cur == */* && -z ${matches-} ]]; }; then
    matches=()
    _qovery_ask
  fi
}
# Reads the context file, which has the URL, the API level and the scope of each profile.
_qovery_context() {
  local cache=${HOME-}/.cache/qovery config=${HOME-}/.config/qovery
  [[ ${XDG_CACHE_HOME-} != /* ]] || cache=${XDG_CACHE_HOME%/}/qovery
  [[ ${XDG_CONFIG_HOME-} != /* ]] || config=${XDG_CONFIG_HOME%/}/qovery
  [[ $OSTYPE != darwin* ]] || cache=${HOME-}/Library/Caches/qovery config="${HOME-}/Library/Application Support/qovery"
  dir=${QOVERY_CACHE_DIR:-$cache}/completion config=${QOVERY_CONFIG_DIR:-$config}
  dir=${dir/#\~/${HOME-}} config=${config/#\~/${HOME-}}
  config=${config%/}/config.json
  _qovery_read "$dir/context" && [[ ${rows[0]}${rows[1]-} == 'qovery 2 '*"config $config" && ! $config -nt $dir/context ]]
}
# Determines the active profile: its "name", "url", "level", and the "stored" lines of its scope. Fails
# if a .qovery.yaml, which has precedence over it, is in this directory or above.
_qovery_profile() {
  local row here=$PWD mine=
  while [[ ! -e ${here%/}/.qovery.yaml && -n $here && $here != "${HOME-}" ]]; do here=${here%/*}; done
  [[ ! -e ${here%/}/.qovery.yaml ]] && _qovery_context || return
  for row in "${typed[@]-}"; do [[ $row == --profile=* ]] && profile=${row#*=}; done
  name=${profile:-${QOVERY_PROFILE-}}
  for row in "${rows[@]}"; do
    case $mine$row in
    active\ *) name=${name:-${row#* }} ;;
    *profile\ *) if [[ ${row#* } == "$name" ]]; then mine=+; else mine=; fi ;;
    +api_url\ *) url=${row#* } ;;
    +api_level\ *) level=${row#* } ;;
    +*) stored+=("$row") ;;
    esac
  done
}
# Determines the scope as config/scope.py does: from options, variables and the profile; a source that
# sets a level hides lower ones of later sources. A row: LEVEL PARENT FLAG VARIABLE RANK HIDDEN-RANK.
_qovery_scope() {
  local token= source row text cut=9 next=9
  _qovery_profile && _qovery_read "$_qovery_tables/_scope.tsv" || return
  for source in typed variables stored; do
    for row in "${rows[@]}"; do
      text= && set -- $row
      case $source in
      typed) for row in "${typed[@]-}"; do [[ $row == "$3="* ]] && text=${row#*=}; done ;;
      variables) text=${!4-} ;;
      stored) for row in "${stored[@]-}"; do [[ $row == "$1 "* ]] && text=${row#* }; done ;;
      esac
      parents[$1]=${2#-} ranks[$1]=$5
      [[ -n $text ]] && ((next = $6 < next ? $6 : next, $5 < cut)) && scope[$1]=${scope[$1]:-$text}
    done
    cut=$next
  done
  [[ -n $profile ]] || url=${QOVERY_API_URL:-$url}
  [[ -n $profile || -z ${QOVERY_API_TOKEN-}${QOVERY_CLI_ACCESS_TOKEN-}${Q_CLI_ACCESS_TOKEN-} ]] || token=+token
  [[ $name == [A-Za-z0-9]* && $name != *[!A-Za-z0-9._-]* ]] || return
  [[ $url != https://api.qovery.com ]] || url=
  names_dir=$name${url:+@${url//[!A-Za-z0-9]/_}}$token
  names_dir=$dir/${names_dir:0:150}
}
# Selects from alternatives the kinds whose parent is the deepest in the scope.
_qovery_meant() {
  local IFS='|' kind word best= deepest=-1 rank
  [[ $kinds == *'|'* ]] || return 0
  for kind in $kinds; do
    rank=${ranks[${kind#*:}]-}
    if [[ $kind == *\?* ]]; then
      for word in "${typed[@]-}"; do [[ $word == "${kind#*\?}" ]] && kinds=${kind%%\?*} && return; done
    elif [[ -n ${scope[${kind#*:}]-} && $rank -ge $deepest ]]; then
      if ((rank > deepest)); then best=$kind deepest=$rank; else best=; fi
    fi
  done
  kinds=$best
  [[ -n $kinds ]]
}
# The names of all "kinds". Fails if the caches do not have them or are outdated.
_qovery_known() {
  local kind row IFS=+
  for kind in $kinds; do
    _qovery_id "${kind#*:}"
    case $? in 1) return 1 ;; 2) return 0 ;; esac
    _qovery_list "${kind%%:*}" || return 1
    for row in "${rows[@]}"; do
      # In an argument, a name that looks like an option is replaced by its id.
      [[ $row == -* && -n $1 && -z $ended ]] && row=${row##*$'\t'}
      [[ $row != "$cur"* ]] || matches+=("${row%%$'\t'*}")
    done
  done
}
# Sets "parent" to the id of a level: fails with 1 if only qovery knows it, with 2 without it in the scope.
_qovery_id() {
  local row ids=()
  parent= && [[ -n $1 ]] || return 0
  local text=${scope[$1]-}
  case $text in
  '') [[ -z ${parents[$1]} ]] || return 2 ;;
  */* | *%* | *\$* | *\`* | [[:space:]]* | *[[:space:]]) return 1 ;;
  [0-9a-f]*-*-*-*-*) [[ ${#text} != 36 ]] || { parent=$text && return; } ;;
  esac
  _qovery_id "${parents[$1]}" || return
  _qovery_list "$1" || (($? < 2)) || return 1
  [[ -n $text || ${#rows[@]} -lt 2 ]] || return 2
  for row in "${rows[@]}"; do [[ -z $text || $row == "$text"$'\t'* ]] && ids+=("${row##*$'\t'}"); done
  ((${#ids[@]})) || for row in "${rows[@]}"; do
    [[ ${row,,} == "${text,,}"$'\t'* ]] && ids+=("${row##*$'\t'}")
  done
  ((${#ids[@]} == 1)) && parent=${ids[0]}
}
# Reads the names of a kind in "parent". Fails with 1 if they are outdated, with 2 without any.
_qovery_list() {
  _qovery_read "$names_dir/$1${parent:+.$parent}" || return 2
  local until=${rows[0]}
  rows=("${rows[@]:1}")
  [[ ${#until} -lt 16 && -n $until && $until != *[!0-9]* ]] || return 2
  ((10#$until > now))
}
# Reads the lines of a file to "rows".
_qovery_read() {
  rows=() && [[ -f $1 && -r $1 ]] || return 1
  if ((BASH_VERSINFO > 3)); then mapfile -t -n 5001 rows; else IFS=$'\n' read -r -d '' -a rows; fi <"$1" 2>/dev/null
  ((${#rows[@]}))
}
# Runs qovery for names that the caches do not have. It applies the same rules and ends in a second.
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
