# Completion of qovery for PowerShell 5.1 and newer, installed by `qovery completion install`.
#
# Commands, options and their values are read from tables, see completions/README.md. qovery is run for the
# names of resources, which it reads from the caches or the API.

$global:QoveryTables = Join-Path $PSScriptRoot 'tables-1'

Register-ArgumentCompleter -Native -CommandName 'qovery' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $found = New-Object System.Collections.ArrayList
    $given = @{}
    $node = $global:QoveryTables
    $isLeaf = $false
    $ended = $false
    $pending = $null
    $place = 0
    $arguments = @()
    $columns = @()

    function Read-Table([string]$path) {
        if ([System.IO.File]::Exists($path)) { [System.IO.File]::ReadAllLines($path) }
    }

    # The flags of an option, without the star of one that may be repeated.
    function Get-Flags([string]$row) {
        $row.Split([char[]]"|`t")[0].TrimStart('*')
    }

    # The code of the value of an option, $null if it takes none.
    function Get-Value([string]$row) {
        $parts = $row.Split("`t")[0].Split([char[]]'|', 2)
        if ($parts.Count -gt 1) { $parts[1] } else { $null }
    }

    function Find-Option([string]$flag) {
        foreach ($row in $own) {
            if ((Get-Flags $row).Split([char[]]' ;') -ccontains $flag) { return $row }
        }
        return $null
    }

    # Whether the API level of the variable has a row; only qovery knows the level of a profile.
    function Test-Level([string]$row) {
        $fields = $row.Split("`t")
        -not $env:QOVERY_API_LEVEL -or $fields.Count -lt 3 -or -not $fields[2].Contains($env:QOVERY_API_LEVEL)
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
        foreach ($row in $own) {
            if ($given.ContainsKey($row) -and -not $row.StartsWith('*')) { continue }
            if (-not (Test-Level $row)) { continue }
            foreach ($flag in (Get-Flags $row).Split(';')[0].Split(' ')) {
                if ($flag.StartsWith('--') -or ($flag -and $last)) { Add-Match $flag ($row.Split("`t")[1]) }
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
                # PowerShell drops an empty argument of a program.
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

    # The first line: the last line that all commands have, and the last before those that some refer to.
    $shared = @(Read-Table "$node/_options.tsv")
    if (-not $shared) { return }
    $common, $last_line = @($shared[0].Split(' ') | ForEach-Object { [int]$_ })
    $own = @($shared | Select-Object -Skip 1 -First ($last_line - 1))

    foreach ($word in $words) {
        if ($pending) { $pending = $null; continue }
        if ($word -ceq '--' -and -not $ended) { $ended = $true; continue }
        if ($word.StartsWith('-') -and $word.Length -gt 1 -and -not $ended) {
            $row = Find-Option ($word.Split('=')[0])
            if (-not $row -and -not $word.StartsWith('--')) {
                # Several short options in one word: the value of the last one may follow.
                for ($at = 1; $at -lt $word.Length; $at++) {
                    $row = Find-Option ('-' + $word[$at])
                    if (-not $row) { continue }
                    $given[$row] = $true
                    if ($null -ne (Get-Value $row)) {
                        if ($at + 1 -eq $word.Length) { $pending = $row }
                        break
                    }
                }
                continue
            }
            if (-not $row) { continue }
            $given[$row] = $true
            if ($null -ne (Get-Value $row) -and -not $word.Contains('=')) { $pending = $row }
            continue
        }
        if ($isLeaf) {
            if ($place -lt $arguments.Count) { $given[$arguments[$place]] = $true }
            $place++
            continue
        }
        if ($word -cnotmatch '^[a-z0-9-]+$') { return }
        $name = $word
        if (-not (Test-Path -LiteralPath "$node/$name") -and -not (Test-Path -LiteralPath "$node/$name.tsv")) {
            $name = ''
            foreach ($row in @(Read-Table "$node/_index.tsv")) {
                $others = $row.Split("`t")[0].TrimStart('-').Split(' ')
                if ($others -ccontains $word) { $name = $others[0] }
            }
            if (-not $name) { return }
        }
        $node = "$node/$name"
        $own = @($shared | Select-Object -Skip 1 -First ($common - 1))
        $rows = @(Read-Table "$node.tsv")
        if ($rows) {
            # The first line: the last line of an argument, the shared options, a tab, and the columns.
            $isLeaf = $true
            $first, $heads = $rows[0].Split("`t")
            $count, $references = $first.Split(' ')
            $others = @($shared | Select-Object -Skip $last_line | Where-Object { $references -ccontains $_.Split([char[]]' ;')[0] })
            $columns = @($heads.Split(',') | Where-Object { $_ })
            $arguments = @($rows | Select-Object -Skip 1 -First ([int]$count - 1))
            $own = @(@($rows | Select-Object -Skip 1) + $others + $own)
        } elseif (-not (Test-Path -LiteralPath $node)) { return }
    }

    if ($pending) {
        Add-Value (Get-Value $pending) ''
    } elseif (-not $ended -and $last.StartsWith('--') -and $last.Contains('=')) {
        $row = Find-Option ($last.Split('=')[0])
        if ($row) { Add-Value (Get-Value $row) ($last.Split('=')[0] + '=') }
    } elseif (-not $ended -and $last.StartsWith('-')) {
        Add-Option
    } elseif (-not $isLeaf) {
        foreach ($row in @(Read-Table "$node/_index.tsv")) {
            $fields = $row.Split("`t")
            if (-not $row.StartsWith('-') -and (Test-Level $row)) { Add-Match ($fields[0].Split(' ')[0]) $fields[1] }
        }
    } else {
        if ($place -ge $arguments.Count -and $arguments.Count -gt 0 -and
            $arguments[-1].StartsWith('*')) { $place = $arguments.Count - 1 }
        if ($place -lt $arguments.Count) {
            Add-Value (Get-Value $arguments[$place]) ''
        } elseif (-not $ended) {
            Add-Option
        }
    }
    $found
}
