/** The snippets of {@code docs/configuration.md}, and what they need. */
package dev.socketee.cdi.readme.configuration;
