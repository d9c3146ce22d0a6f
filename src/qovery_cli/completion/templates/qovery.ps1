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
#@OPTIONS@
    Groups = @{
#@GROUPS@
    }
    Commands = @{
#@COMMANDS@
    }
    Everywhere = '@EVERYWHERE@'
    Root = '@ROOT@'
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
