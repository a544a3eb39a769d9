"""The local web application: the same work as the commands, for people who prefer a screen.

``app`` makes the application, ``veilig`` guards every request, ``kast`` remembers what the work folder gives,
``concepten`` holds what was handed in and not yet stored; then one module per page. Needs the extra ``web``.
"""
