package org.gridbolt.node.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The one writer of a file. Whoever saves waits until the commit that holds its write is durable; all that came while the disk was
 * busy with the commit before share the next one, so the disk's rate bounds commits and not saves.
 */
final class GroupCommit implements AutoCloseable {

    private final Database database;
    private final Thread writer;
    private List<Waiting> queue = new ArrayList<>();
    private List<Waiting> underWay = List.of();
    private Optional<StoreFlaw> end = Optional.empty();

    private record Waiting(Database.Write write, CompletableFuture<Optional<Throwable>> done) {}

    GroupCommit(Database database) {
        this.database = database;
        this.writer = new Thread(this::run, "gridbolt " + database.file().getFileName());
        writer.setDaemon(true);
        writer.start();
    }

    Database database() {
        return database;
    }

    /** Returns once {@code write} is durable. Not interruptible: half a save is no answer. */
    void commit(Database.Write write) throws StoreUnusable {
        CompletableFuture<Optional<Throwable>> done = new CompletableFuture<>();
        synchronized (this) {
            if (end.isPresent()) {
                throw new StoreUnusable(end.get());
            }
            queue.add(new Waiting(write, done));
            notifyAll();
        }
        Optional<Throwable> failure = done.join();
        if (failure.isPresent() && failure.get() instanceof StoreUnusable unusable) {
            throw new StoreUnusable(unusable.flaw(), unusable);
        }
        if (failure.isPresent()) {
            throw new IllegalStateException(failure.get());
        }
    }

    private void run() {
        for (List<Waiting> batch = next(); !batch.isEmpty(); batch = next()) {
            commit(batch);
        }
    }

    /** All that waits; nothing once this is closed and nothing waits any more. */
    private synchronized List<Waiting> next() {
        while (queue.isEmpty() && end.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException nobodyElseHasThisThread) {
                end = Optional.of(new StoreFlaw.Closed(database.file()));
            }
        }
        underWay = queue;
        queue = new ArrayList<>();
        return underWay;
    }

    /** How many writes are not yet durable. */
    synchronized int unfinished() {
        long committing =
                underWay.stream().filter(waiting -> !waiting.done().isDone()).count();
        return queue.size() + Math.toIntExact(committing);
    }

    /** One write that cannot be done keeps no other from the disk: where all together fail, each is tried alone. */
    private void commit(List<Waiting> batch) {
        Optional<Throwable> failure = attempt(batch);
        if (failure.isEmpty() || batch.size() == 1 || isOver()) {
            batch.forEach(waiting -> waiting.done().complete(failure));
        } else {
            batch.forEach(waiting -> commit(List.of(waiting)));
        }
    }

    private Optional<Throwable> attempt(List<Waiting> batch) {
        Optional<StoreFlaw> over = over();
        if (over.isPresent() && !(over.get() instanceof StoreFlaw.Closed)) {
            return over.map(StoreUnusable::new);
        }
        try {
            database.commit(batch.stream().map(Waiting::write).toList());
            return Optional.empty();
        } catch (StoreUnusable unusable) {
            if (unusable.flaw().isFinal()) {
                end(unusable.flaw());
            }
            return Optional.of(unusable);
        } catch (RuntimeException | Error bug) {
            return Optional.of(bug);
        }
    }

    private boolean isOver() {
        return over().isPresent();
    }

    private synchronized Optional<StoreFlaw> over() {
        return end;
    }

    private synchronized void end(StoreFlaw flaw) {
        if (end.isEmpty()) {
            end = Optional.of(flaw);
        }
        notifyAll();
    }

    /** Takes no more, commits what waits, and gives the file free. */
    @Override
    public void close() throws IOException {
        end(new StoreFlaw.Closed(database.file()));
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
