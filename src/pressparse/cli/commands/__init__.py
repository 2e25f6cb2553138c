"""The commands, one module a subject: each reads, computes, makes a view, emits."""
