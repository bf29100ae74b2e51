//! One way to write a closed list of codes. Nothing but the macro lives here, and what it needs.

use serde::{
    Deserializer,
    de::{Error, Unexpected, Visitor},
};
use std::fmt;

/// Makes an enum whose variants have a stable code in JSON, in the database and in addresses.
///
/// It gives `ALL` (in the order of the screen), `code()` and `from_code()`. A new variant fails to compile
/// wherever it must be thought about.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $code:tt),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum $name {
            $($(#[$variant_meta])* #[doc = concat!("In data: `", $code, "`.")] #[cfg_attr(feature = "openapi", schema(rename = $code))] $variant),+
        }

        impl $name {
            /// Every value, in the order in which a screen shows them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code: in JSON, in the database, in addresses.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value with this code; `None` for an unknown one.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::codes::read(deserializer, Self::from_code)
            }
        }
    };
}

pub(crate) use codes;

/// Reads one of a list of codes. What serde would derive instead weighs ten times as much in a phone's download, for every list.
pub(crate) fn read<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    from_code: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Code(from_code))
}

struct Code<T>(fn(&str) -> Option<T>);

impl<T> Visitor<'_> for Code<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a known code")
    }

    fn visit_str<E: Error>(self, code: &str) -> Result<T, E> {
        (self.0)(code).ok_or_else(|| E::invalid_value(Unexpected::Str(code), &self))
    }
}
