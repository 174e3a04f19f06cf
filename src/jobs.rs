//! Named threads and the channel they answer on.
