/** The snippets of {@code docs/transactions.md}, and what they need. */
package dev.socketee.cdi.readme.transactions;
