/** The snippets of {@code docs/migration-node.md}. */
package dev.socketee.cdi.readme.migrationnode;
