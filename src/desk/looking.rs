//! Looking again at what the server has: after everything that is done at this table, and now and then.

use super::table::Table;
use leptos::prelude::*;
use std::{future::Future, time::Duration};

/// Asks at once, whenever something was done at this table or `moved` changes, and every so often. One call at a time: what is done while
/// one is on its way is asked for after it. Ends with whoever shows it.
pub fn keep_looking<Fut>(
    table: Table,
    moved: impl Fn() + 'static,
    every: Duration,
    ask: impl Fn() -> Fut + Copy + 'static,
) where
    Fut: Future<Output = ()> + 'static,
{
    let (under_way, once_more) = (StoredValue::new(false), StoredValue::new(false));
    let look = move || {
        once_more.try_set_value(true);
        if under_way.try_get_value() != Some(false) {
            return;
        }
        under_way.try_set_value(true);
        crate::task::run(async move {
            while once_more.try_get_value() == Some(true) {
                once_more.try_set_value(false);
                ask().await;
            }
            under_way.try_set_value(false);
        });
    };
    Effect::new(move |_| {
        table.track_deeds();
        moved();
        look();
        if let Ok(every) = set_interval_with_handle(look, every) {
            on_cleanup(move || every.clear());
        }
    });
}
