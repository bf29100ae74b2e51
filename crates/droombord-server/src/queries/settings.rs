//! Settings that every page needs.

use crate::{error::Result, state::App};
use droombord_domain::settings::PublicSettings;

/// What every page needs of the settings, with how honest the promised reading time is just now.
///
/// # Errors
/// When the database cannot be read.
pub async fn public_settings(app: &App) -> Result<PublicSettings> {
    let (settings, store) = (&app.settings, &app.store);
    Ok(PublicSettings {
        exit_url: settings.exit_url.clone(),
        reading_days: settings.reading_days,
        reading: app.reading.reading(store, settings.reading_days, app.cache, app.clock.now()).await?,
        kindertelefoon_hours: settings.kindertelefoon_hours.clone(),
        jeugdstem_hours: settings.jeugdstem_hours.clone(),
        controller: settings.controller.clone(),
        contact: settings.contact.clone(),
        facts: app.reading.facts(store, app.cache).await?,
    })
}
