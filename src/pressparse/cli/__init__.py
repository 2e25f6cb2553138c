"""The shell: options, commands, errors, exit codes."""
