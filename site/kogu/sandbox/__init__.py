"""Foreign files are opened in a confined child process, one at a time on a machine.

The parent calls `kogu.sandbox.parent.ask` with the module to run; that module ends with
`kogu.sandbox.child.serve`. What the child may not do is in `kogu.sandbox.confinement`.
"""
