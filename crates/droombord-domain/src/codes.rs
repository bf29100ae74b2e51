//! One way to write a closed list of codes. Nothing but the macro lives here.

/// Makes an enum whose variants have a stable code in JSON, in the database and in addresses.
///
/// It gives `ALL` (in the order of the screen), `code()` and `from_code()`. A new variant fails to compile
/// wherever it must be thought about.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $code:tt),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum $name { $($(#[$variant_meta])* #[doc = concat!("In data: `", $code, "`.")] #[serde(rename = $code)] $variant),+ }

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
    };
}

pub(crate) use codes;
