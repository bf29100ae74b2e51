//! Participating organisations, and for which of them an answerer answers.

use super::{Result, Store, Tx, rows};
use crate::name::look;
use droombord_domain::{
    organisation::{NewOrganisation, Organisation, OrganisationNames, OrganisationRef},
    problem::ProblemCode,
};
use sqlx::{AnyConnection, any::AnyRow};
use uuid::Uuid;

impl Tx {
    /// An organisation may not look like another: who reads its answers could not tell them apart.
    async fn refuse_look_alike(&mut self, id: Uuid, name: &str, folded_name: &str) -> Result<()> {
        let others: Vec<(String, String)> =
            sqlx::query_as("SELECT name, folded_name FROM organisations WHERE id <> $1")
                .bind(id.to_string())
                .fetch_all(self.conn())
                .await?;
        if others.iter().any(|(other, folded)| folded == folded_name || look(other) == look(name)) {
            return Err(ProblemCode::NameTaken.into());
        }
        Ok(())
    }
}

impl Store {
    /// Adds an organisation.
    ///
    /// # Errors
    /// [`ProblemCode::NameTaken`].
    pub async fn add_organisation(
        &self,
        id: Uuid,
        new: &NewOrganisation,
        folded_name: &str,
        sample: bool,
    ) -> Result<()> {
        let mut tx = self.begin_more().await?;
        tx.refuse_look_alike(id, new.name(), folded_name).await?;
        let added = sqlx::query(
            "INSERT INTO organisations (id, name, folded_name, group_number, active, sample)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (folded_name) DO NOTHING",
        )
        .bind(id.to_string())
        .bind(new.name())
        .bind(folded_name)
        .bind(i64::from(new.group()))
        .bind(i64::from(new.active()))
        .bind(i64::from(sample))
        .execute(tx.conn())
        .await?;
        if added.rows_affected() == 0 {
            return Err(ProblemCode::NameTaken.into());
        }
        tx.commit().await
    }

    /// Gives an organisation another name or group, or lets it take part or not.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`], [`ProblemCode::NameTaken`].
    pub async fn change_organisation(&self, id: Uuid, new: &NewOrganisation, folded_name: &str) -> Result<()> {
        let mut tx = self.begin().await?;
        tx.refuse_look_alike(id, new.name(), folded_name).await?;
        let changed = sqlx::query(
            "UPDATE organisations SET name = $2, folded_name = $3, group_number = $4, active = $5 WHERE id = $1",
        )
        .bind(id.to_string())
        .bind(new.name())
        .bind(folded_name)
        .bind(i64::from(new.group()))
        .bind(i64::from(new.active()))
        .execute(tx.conn())
        .await?;
        if changed.rows_affected() == 0 {
            return Err(ProblemCode::NotFound.into());
        }
        // Its name stands in the cards of what it was asked.
        let asked = sqlx::query("SELECT post FROM askings WHERE organisation = $1 AND answered_at IS NULL")
            .bind(id.to_string())
            .fetch_all(tx.conn())
            .await?;
        for row in &asked {
            tx.card_changed(rows::id(row, "post")?);
        }
        tx.board_changed();
        tx.commit().await
    }

    /// The mail address to which an organisation is reminded, if there is one.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`].
    pub async fn organisation_mail(&self, id: Uuid) -> Result<Option<String>> {
        let row = sqlx::query("SELECT mail FROM organisations WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(self.read())
            .await?;
        rows::maybe_text(&row.ok_or(ProblemCode::NotFound)?, "mail")
    }

    /// Sets that address, or takes it away: then it is gone from the files too.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`].
    pub async fn set_organisation_mail(&self, id: Uuid, mail: Option<&str>) -> Result<()> {
        let mut tx = self.begin().await?;
        let changed = sqlx::query("UPDATE organisations SET mail = $2 WHERE id = $1")
            .bind(id.to_string())
            .bind(mail.map(str::to_owned))
            .execute(tx.conn())
            .await?;
        if changed.rows_affected() == 0 {
            return Err(ProblemCode::NotFound.into());
        }
        tx.words_gone();
        tx.commit().await
    }

    /// Organisations that take part and are reminded, each with its address.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn organisations_to_remind(&self) -> Result<Vec<(Uuid, String)>> {
        let found = sqlx::query(
            "SELECT id, mail FROM organisations WHERE mail IS NOT NULL AND active = 1 AND sample = 0 ORDER BY folded_name",
        )
        .fetch_all(self.read())
        .await?;
        found.iter().map(|row| Ok((rows::id(row, "id")?, rows::text(row, "mail")?))).collect()
    }

    /// All organisations, by group and name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn organisations(&self) -> Result<Vec<Organisation>> {
        let found = sqlx::query(
            "SELECT id, name, group_number, active, sample FROM organisations ORDER BY group_number, folded_name",
        )
        .fetch_all(self.read())
        .await?;
        found.iter().map(organisation).collect()
    }

    /// An organisation, for its own page.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn organisation(&self, id: Uuid) -> Result<Option<OrganisationRef>> {
        let row = sqlx::query("SELECT id, name FROM organisations WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(self.read())
            .await?;
        row.map(|row| Ok(OrganisationRef { id: rows::id(&row, "id")?, name: rows::text(&row, "name")? })).transpose()
    }

    /// The names of all organisations, also of those that take part no more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn organisation_names(&self) -> Result<OrganisationNames> {
        organisation_names(&mut *self.read().acquire().await?).await
    }

    /// The organisation with this name (as it is compared).
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn organisation_named(&self, folded_name: &str) -> Result<Option<Organisation>> {
        let row =
            sqlx::query("SELECT id, name, group_number, active, sample FROM organisations WHERE folded_name = $1")
                .bind(folded_name)
                .fetch_optional(self.read())
                .await?;
        row.as_ref().map(organisation).transpose()
    }

    /// The organisation for which an account answers.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn organisation_of(&self, account: Uuid) -> Result<Option<Organisation>> {
        let row = sqlx::query(
            "SELECT o.id, o.name, o.group_number, o.active, o.sample
             FROM accounts a JOIN organisations o ON o.id = a.organisation WHERE a.id = $1",
        )
        .bind(account.to_string())
        .fetch_optional(self.read())
        .await?;
        row.as_ref().map(organisation).transpose()
    }

    /// Takes the samples away that nothing belongs to; the others do not take part any more.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(super) async fn remove_sample_organisations(tx: &mut Tx) -> Result<()> {
        for statement in [
            "DELETE FROM organisations WHERE sample = 1
               AND id NOT IN (SELECT organisation FROM askings)
               AND id NOT IN (SELECT organisation FROM promises)
               AND id NOT IN (SELECT organisation FROM organisation_reads)
               AND id NOT IN (SELECT organisation FROM accounts WHERE organisation IS NOT NULL)",
            "UPDATE organisations SET active = 0 WHERE sample = 1",
        ] {
            sqlx::query(statement).execute(tx.conn()).await?;
        }
        Ok(())
    }
}

/// The names of all organisations: in a text they are no personal data.
pub(super) async fn organisation_names(look: &mut AnyConnection) -> Result<OrganisationNames> {
    let found: Vec<String> = sqlx::query_scalar("SELECT name FROM organisations").fetch_all(look).await?;
    Ok(OrganisationNames::of(found.iter().map(String::as_str)))
}

fn organisation(row: &AnyRow) -> Result<Organisation> {
    Ok(Organisation {
        id: rows::id(row, "id")?,
        name: rows::text(row, "name")?,
        group: rows::count(row, "group_number")?,
        active: rows::flag(row, "active")?,
        sample: rows::flag(row, "sample")?,
    })
}

/// An organisation beside something else, out of the columns `o_id` and `o_name`.
pub(super) fn beside(row: &AnyRow) -> Result<Option<OrganisationRef>> {
    let Some(name) = rows::maybe_text(row, "o_name")? else { return Ok(None) };
    Ok(Some(OrganisationRef { id: rows::id(row, "o_id")?, name }))
}
