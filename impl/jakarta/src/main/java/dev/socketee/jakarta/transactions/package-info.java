/**
 * Jakarta Transactions, for emissions that wait for a commit. Internal: no promise of
 * compatibility. The API may be missing: only {@code ContainerTransactions} is touched without it.
 */
@NullMarked
package dev.socketee.jakarta.transactions;

import org.jspecify.annotations.NullMarked;
