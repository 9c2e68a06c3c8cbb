/** The snippets of {@code docs/threads.md}, and what they need. */
package dev.socketee.cdi.readme.threads;
