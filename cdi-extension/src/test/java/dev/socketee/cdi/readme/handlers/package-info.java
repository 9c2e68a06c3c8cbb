/** The snippets of {@code docs/handlers.md}, and what they need. */
package dev.socketee.cdi.readme.handlers;
