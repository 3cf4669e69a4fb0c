//! What the worker does with a job. Pure; `src/bin/worker.rs` only carries messages.
