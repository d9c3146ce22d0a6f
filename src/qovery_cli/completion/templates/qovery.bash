# Completion of qovery for bash 3.2 and newer. Made by `python -m qovery_cli.completion`: do not edit.
#
# Everything is answered without a process, names of resources too as long as the caches know them;
# else _qovery_ask starts the one that can ask the API. Lower-case names without an underscore in
# front are locals of _qovery, which the other functions read and write.

# Options: [*]SHOWN...;ACCEPTED...[|VALUE], * for those that may be repeated. What VALUE means is
# told by _qovery_value.
#@OPTIONS@

# The tree, the root first. A group is CHILD:PLACE...;OTHER_NAME:PLACE..., a command has bars:
# |OPTIONS|ARGUMENTS|COLUMNS with commas. In an array, because bash copies a function to call it.
#@NODES@

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
  own='@EVERYWHERE@ @ROOT@'
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
  node=${row%% *} own='@EVERYWHERE@'
  row=${_qovery_nodes[node]}
  if [[ $row == \|* ]]; then
    leaf=1 columns=${row##*|} row=${row#?}
    own=${row%%|*} row=${row#*|}
    args=${row%%|*}
    own="$own $args @EVERYWHERE@"
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
#@LEVELS@
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
