//! Which posts the board shows. The same in the address of the page and in the call to the server.

use crate::{
    codes::codes,
    draft::choice,
    keyword::Keyword,
    post::{Direction, Kind, Region, Role},
    problem::{FieldCode, FieldError},
    status::{DeskStatus, StatusFilter},
};

codes! {
    /// The orders of the board. None follows reactions (promise 8).
    Order {
        /// What was shown least first, the newest of equals before the others. The same for a whole day.
        Unread = "unread",
        Newest = "newest",
    }
}

impl Default for Order {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl Order {
    /// The order when none is asked for.
    pub const DEFAULT: Self = Self::Unread;

    /// The order as name and value, when it must be said.
    pub fn pair(self) -> Option<(&'static str, &'static str)> {
        (self != Self::DEFAULT).then_some(("order", self.code()))
    }
}

/// The filters of the board. They stand in the page's address; the free-text search does not (it never reaches the
/// server as part of a page address).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct BoardFilter {
    /// Dreams or stories only.
    pub kind: Option<Kind>,
    /// One direction only.
    pub direction: Option<Direction>,
    /// One role only.
    pub role: Option<Role>,
    /// One part of the country only.
    pub region: Option<Region>,
    /// One keyword only.
    pub keyword: Option<Keyword>,
    /// Only posts whose trail is so far.
    pub status: Option<StatusFilter>,
}

impl BoardFilter {
    /// Reads the filters out of a query; other names are left to others, empty values mean none.
    ///
    /// # Errors
    /// Every unknown value at once.
    pub fn parse<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Vec<FieldError>> {
        Self::read(pairs, Keyword::parse)
    }

    /// Reads the filters out of the address of a page, for who shows it: see [`Keyword::from_address`].
    ///
    /// # Errors
    /// Every unknown value at once.
    pub fn from_address<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Vec<FieldError>> {
        let unknown = || FieldError::new("keyword", FieldCode::UnknownValue);
        Self::read(pairs, |raw| Keyword::from_address(raw).ok_or_else(unknown))
    }

    fn read<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
        keyword: impl Fn(&str) -> Result<Keyword, FieldError>,
    ) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut filter = Self::default();
        for (name, value) in pairs {
            if value.is_empty() {
                continue;
            }
            let value_of = Some(value);
            match name {
                "kind" => filter.kind = choice(&mut errors, "kind", value_of, Kind::of_board),
                "direction" => filter.direction = choice(&mut errors, "direction", value_of, Direction::from_code),
                "role" => filter.role = choice(&mut errors, "role", value_of, Role::from_code),
                "region" => filter.region = choice(&mut errors, "region", value_of, Region::from_code),
                "keyword" => match keyword(value) {
                    Ok(keyword) => filter.keyword = Some(keyword),
                    Err(error) => errors.push(FieldError { field: "keyword".into(), ..error }),
                },
                "status" => filter.status = choice(&mut errors, "status", value_of, StatusFilter::from_code),
                _ => {}
            }
        }
        if errors.is_empty() { Ok(filter) } else { Err(errors) }
    }

    /// The filters as name and value, in a fixed order.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let Self { kind, direction, role, region, keyword, status } = self;
        [
            ("kind", kind.map(Kind::code)),
            ("direction", direction.map(Direction::code)),
            ("role", role.map(Role::code)),
            ("region", region.map(Region::code)),
            ("keyword", keyword.as_ref().map(Keyword::as_str)),
            ("status", status.map(StatusFilter::code)),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }

    /// The filters as a query string without `?`; empty when nothing is chosen.
    pub fn to_query(&self) -> String {
        query(self.pairs())
    }

    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The filters of the desk's list of what hangs on the board: those of the board, but for the status. They stand in the page's address;
/// the words of a search stand in its fragment, which no server gets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DeskFilter {
    /// The filters that the board has too. Its own status is none.
    pub board: BoardFilter,
    /// Only posts that are so far.
    pub status: Option<DeskStatus>,
}

impl DeskFilter {
    /// Reads the filters out of a query; other names are left to others, empty values mean none.
    ///
    /// # Errors
    /// Every unknown value at once.
    pub fn parse<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Vec<FieldError>> {
        Self::read(pairs, BoardFilter::parse)
    }

    /// Reads the filters out of the address of a page: see [`BoardFilter::from_address`].
    ///
    /// # Errors
    /// Every unknown value at once.
    pub fn from_address<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Vec<FieldError>> {
        Self::read(pairs, BoardFilter::from_address)
    }

    fn read<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
        board: impl Fn(Vec<(&'a str, &'a str)>) -> Result<BoardFilter, Vec<FieldError>>,
    ) -> Result<Self, Vec<FieldError>> {
        let (status, others): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| *name == "status");
        let mut errors = Vec::new();
        let status = status.last().map(|(_, value)| *value).filter(|value| !value.is_empty());
        let status = status.and_then(|_| choice(&mut errors, "status", status, DeskStatus::from_code));
        match board(others) {
            Ok(board) if errors.is_empty() => Ok(Self { board, status }),
            Ok(_) => Err(errors),
            Err(more) => Err(errors.into_iter().chain(more).collect()),
        }
    }

    /// The filters as name and value, in a fixed order.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let Self { board, status } = self;
        board.pairs().into_iter().chain(status.map(|status| ("status", status.code()))).collect()
    }

    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A query string without `?` of these names and values.
pub fn query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_and_its_filter_are_the_same() {
        let pairs =
            [("direction", "turn_back"), ("keyword", "broer & zus"), ("utm", "x"), ("role", ""), ("status", "heard")];
        let filter = BoardFilter::parse(pairs).unwrap_or_default();
        assert_eq!(filter.to_query(), "direction=turn_back&keyword=broer+%26+zus&status=heard");
        assert_eq!(BoardFilter::parse(filter.pairs()), Ok(filter.clone()));
    }

    #[test]
    fn the_desk_reads_its_own_status_and_the_filters_of_the_board() {
        let pairs = [("status", "waiting"), ("role", "parent"), ("state", "published"), ("status", "unasked")];
        let filter = DeskFilter::parse(pairs).unwrap_or_default();
        assert_eq!(filter.status, Some(DeskStatus::Unasked));
        assert_eq!(query(filter.pairs()), "role=parent&status=unasked");
        assert_eq!(DeskFilter::from_address(filter.pairs()), Ok(filter));
        assert_eq!(DeskFilter::parse([("status", ""), ("utm", "x")]), Ok(DeskFilter::default()));
        for (pairs, faults) in [(&[("status", "placed")][..], 1), (&[("status", "x"), ("kind", "y")], 2)] {
            assert_eq!(DeskFilter::parse(pairs.iter().copied()).err().map(|all| all.len()), Some(faults), "{pairs:?}");
        }
    }

    #[test]
    fn unknown_values_are_all_reported() {
        let errors = BoardFilter::parse([("kind", "x"), ("region", "y")]).err().unwrap_or_default();
        assert_eq!(errors.len(), 2);
    }
}
