"""Who spoke, who was there, who asked whom what; which layouts are read."""

from pressparse.cli.options import Call


def turns(call: Call) -> None:
    """Who spoke: one row a turn; -o x.tei.xml, x.vtt and DIR.convokit write the turns for other tools."""
    if call.exports():
        from pressparse.report.export import write_export

        write_export(call.briefings(), call.output)
        return
    from pressparse.report.views import turns_table

    call.emit(turns_table(call.briefings()))


def speakers(call: Call) -> None:
    """Who was there: one row a person, with role, title, share of the speech."""
    from pressparse.report.views import speakers_table

    call.emit(speakers_table(call.briefings()))


def qa(call: Call) -> None:
    """Who asked whom what: one row an exchange."""
    from pressparse.report.views import exchanges_table

    call.emit(exchanges_table(call.briefings()))


def dialects(call: Call) -> None:
    """The layouts it knows, each with an example."""
    from pressparse.lexicon import read_tree
    from pressparse.report.views import dialects_table

    call.emit(dialects_table(read_tree("dialects")["dialect"]))
