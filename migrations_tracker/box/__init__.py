"""The box: files that must be taken apart are opened in a child process with little power.

PDF, HTML, workbooks and mails come from anywhere, and the libraries that open them hang
or swell on hostile ones. `parent` starts the child and talks to it; `child` runs in it.
"""
