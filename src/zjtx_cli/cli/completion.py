"""zjtx completion: scripts for shells."""

from enum import StrEnum
from typing import Annotated

import typer

from zjtx_cli.cli.settings import Settings

COMPLETION_HELP = (
    "打印命令补全脚本 · Print the completion script of a shell: commands, options, questions with their options, playbooks.\n\n"
    "例 · example:  zjtx completion bash\n\n"
    "安装 · to install:\n\n"
    "bash: zjtx completion bash > ~/.local/share/bash-completion/completions/zjtx (或 · or: source <(zjtx completion bash))\n\n"
    'zsh: zjtx completion zsh > "${fpath[1]}/_zjtx"\n\n'
    "fish: zjtx completion fish > ~/.config/fish/completions/zjtx.fish"
)


class Shell(StrEnum):
    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


# Bash breaks words at “=”, so the part of a candidate before it is taken off again.
_BASH = """\
_zjtx() {
    local IFS=$'\\n' line found typed=${COMP_LINE:0:COMP_POINT}
    COMPREPLY=()
    for line in $(_ZJTX_COMPLETE_LINE="$typed" "$1" 2>/dev/null); do
        found=${line%%$'\\t'*}
        if [[ $COMP_WORDBREAKS == *=* && ${typed##* } == *=* ]]; then
            typed=${typed##* }
            found=${found#"${typed%=*}="}
        fi
        COMPREPLY+=("$found")
    done
    if [[ ${#COMPREPLY[@]} -gt 0 ]]; then
        compopt +o default 2>/dev/null
        [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
    fi
    return 0
}
complete -o default -F _zjtx zjtx
"""
_ZSH = """\
#compdef zjtx
_zjtx() {
    local line word about
    local -a words_found shown open_words open_shown
    for line in "${(@f)$(_ZJTX_COMPLETE_LINE="$LBUFFER" command zjtx 2>/dev/null)}"; do
        [[ -z $line ]] && continue
        word=${line%%$'\\t'*}
        about=${line#*$'\\t'}
        [[ $about == "$line" || -z $about ]] && about=$word || about="$word  -- $about"
        if [[ $word == *= ]]; then
            open_words+=("$word") open_shown+=("$about")
        else
            words_found+=("$word") shown+=("$about")
        fi
    done
    if (( ${#open_words} + ${#words_found} == 0 )); then
        _files
        return
    fi
    (( ${#open_words} )) && compadd -Q -S '' -l -d open_shown -a open_words
    (( ${#words_found} )) && compadd -Q -l -d shown -a words_found
    return 0
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _zjtx "$@"
else
    compdef _zjtx zjtx
fi
"""
_FISH = """\
function __zjtx_complete
    set -l found (_ZJTX_COMPLETE_LINE=(commandline -cp | string collect) command zjtx 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c zjtx -f -a '(__zjtx_complete)'
"""
_SCRIPTS = {Shell.BASH: _BASH, Shell.ZSH: _ZSH, Shell.FISH: _FISH}


def completion(
    settings: Settings,
    shell: Annotated[Shell, typer.Argument(help="哪种外壳 · which shell")],
) -> None:
    from zjtx_cli.cli import show

    show.result(_SCRIPTS[shell])
