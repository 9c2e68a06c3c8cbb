/** The snippets of {@code docs/deployment.md}. */
package dev.socketee.cdi.readme.deployment;
