"""Wrong usage, said in Dutch (click speaks English)."""

from __future__ import annotations

import errno

import click


def meld_gebruiksfout(fout: click.ClickException) -> int:
    """Print the error on standard error; return the exit status (2 for wrong usage, 1 otherwise)."""
    ctx = fout.ctx if isinstance(fout, click.UsageError) else None
    click.echo(f"fout: {_zin(fout)}", err=True)
    if ctx is not None:
        click.echo(f"hulp: {ctx.command_path} --help", err=True)
    return fout.exit_code


_SYSTEEM = {
    errno.ENOENT: "bestaat niet",
    errno.EACCES: "mag niet worden gelezen of geschreven",
    errno.EPERM: "mag niet worden gewijzigd",
    errno.ENOSPC: "past niet: de schijf is vol",
    errno.EROFS: "staat op een schijf die alleen gelezen mag worden",
    errno.EISDIR: "is een map, geen bestand",
    errno.ENOTDIR: "ligt niet in een map",
    errno.EEXIST: "kan niet worden gemaakt: er staat al iets met die naam",
}


def systeemfout(fout: OSError) -> str:
    """What the system refuses, as a Dutch sentence with the file it is about."""
    wat = _SYSTEEM.get(fout.errno or 0, f"geeft een fout van het systeem (nummer {fout.errno})")
    return f"“{fout.filename or 'het bestand'}” {wat}; er is niets gewijzigd."


def _zin(fout: click.ClickException) -> str:
    match fout:
        case click.NoSuchOption():
            suggestie = f" Bedoelde u {fout.possibilities[0]}?" if fout.possibilities else ""
            return f"De optie {fout.option_name} bestaat niet.{suggestie}"
        case click.MissingParameter():
            naam = fout.param.make_metavar(fout.ctx) if fout.param and fout.ctx else ""
            optie = fout.param.opts[0] if isinstance(fout.param, click.Option) else naam
            return f"{optie} ontbreekt."
        case click.BadParameter():
            return _waarde(fout)
        case click.UsageError() if "No such command" in fout.message:
            return f"De opdracht {fout.message.split(chr(39))[1]} bestaat niet."
        case click.UsageError() if "unexpected extra argument" in fout.message:
            return "Er zijn te veel argumenten gegeven."
        case click.UsageError() if "Missing command" in fout.message:
            return "Er is geen opdracht gegeven."
        case click.FileError():
            return f"Het bestand {fout.ui_filename} is niet te openen: {fout.message}"
        case _:
            return fout.message


def _waarde(fout: click.BadParameter) -> str:
    naam = f"{fout.param.opts[0]}: " if isinstance(fout.param, click.Option) else ""
    if fout.param is None or fout.ctx is None or not isinstance(fout.param.type, click.Choice | click.Path):
        return f"{naam}{fout.message}"
    waarde = fout.message.split("'")[1] if "'" in fout.message else ""
    if isinstance(fout.param.type, click.Choice):
        return f"{naam}“{waarde}” kan niet; kies uit {', '.join(map(str, fout.param.type.choices))}."
    if "does not exist" in fout.message:
        return f"{naam}“{waarde}” bestaat niet."
    if "is a directory" in fout.message:
        return f"{naam}“{waarde}” is een map, geen bestand."
    if "is a file" in fout.message:
        return f"{naam}“{waarde}” is een bestand, geen map."
    return f"{naam}“{waarde}” is niet te lezen of te schrijven."
