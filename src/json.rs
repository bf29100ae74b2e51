//! JSON. In the browser its own parser reads it: that one is on every phone already, and need not be downloaded.

use serde::{Serialize, de::DeserializeOwned};

/// What a text says; `None` when it is no JSON, or says something else.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    #[cfg(target_arch = "wasm32")]
    return T::deserialize(in_browser::Value(js_sys::JSON::parse(text).ok()?)).ok();
    #[cfg(not(target_arch = "wasm32"))]
    serde_json::from_str(text).ok()
}

/// As a text; `None` for what JSON cannot say.
pub fn write(value: &impl Serialize) -> Option<String> {
    serde_json::to_string(value).ok()
}

/// What the browser's parser made, for serde. A library does the same (`serde-wasm-bindgen`); but its errors say in words what was
/// wrong, which nobody reads here, and these words weigh 10 KB (`docs/decisions/0006-weight.md`).
#[cfg(target_arch = "wasm32")]
mod in_browser {
    use js_sys::{Array, Object, Reflect};
    use serde::{
        Deserializer,
        de::{
            DeserializeSeed, EnumAccess, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
            VariantAccess, Visitor, value::StrDeserializer,
        },
        forward_to_deserialize_any,
    };
    use std::fmt::{self, Display, Formatter};
    use wasm_bindgen::{JsCast, JsValue};

    /// It says something else. There are no words for what.
    #[derive(Debug)]
    pub struct Garbled;

    impl Display for Garbled {
        fn fmt(&self, _: &mut Formatter<'_>) -> fmt::Result {
            Ok(())
        }
    }

    impl std::error::Error for Garbled {}

    impl Error for Garbled {
        fn custom<T: Display>(_: T) -> Self {
            Self
        }
        fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
            Self
        }
        fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
            Self
        }
        fn invalid_length(_: usize, _: &dyn Expected) -> Self {
            Self
        }
        fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
            Self
        }
        fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
            Self
        }
        fn missing_field(_: &'static str) -> Self {
            Self
        }
        fn duplicate_field(_: &'static str) -> Self {
            Self
        }
    }

    /// A value of JSON.
    pub struct Value(pub JsValue);

    impl<'de> Deserializer<'de> for Value {
        type Error = Garbled;

        fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Garbled> {
            if self.0.is_null() {
                return visitor.visit_unit();
            }
            if let Some(truth) = self.0.as_bool() {
                return visitor.visit_bool(truth);
            }
            if let Some(number) = self.0.as_f64() {
                // Whole numbers up to 2^53 are what they were.
                let whole = number as i64;
                return if whole as f64 == number { visitor.visit_i64(whole) } else { visitor.visit_f64(number) };
            }
            if let Some(text) = self.0.as_string() {
                return visitor.visit_string(text);
            }
            match self.0.dyn_into::<Array>() {
                Ok(list) => visitor.visit_seq(Items { list, at: 0 }),
                Err(object) => visitor.visit_map(Entries::of(&object)),
            }
        }

        fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Garbled> {
            if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
        }

        fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Garbled> {
            visitor.visit_newtype_struct(self)
        }

        fn deserialize_enum<V: Visitor<'de>>(
            self,
            _: &'static str,
            _: &'static [&'static str],
            visitor: V,
        ) -> Result<V::Value, Garbled> {
            match self.0.as_string() {
                Some(name) => visitor.visit_enum(name.as_str().into_deserializer()),
                None => visitor.visit_enum(Entries::of(&self.0)),
            }
        }

        fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Garbled> {
            visitor.visit_unit()
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
            tuple_struct map struct identifier
        }
    }

    /// The values of a list.
    struct Items {
        list: Array,
        at: u32,
    }

    impl<'de> SeqAccess<'de> for Items {
        type Error = Garbled;

        fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Garbled> {
            if self.at >= self.list.length() {
                return Ok(None);
            }
            self.at += 1;
            seed.deserialize(Value(self.list.get(self.at - 1))).map(Some)
        }
    }

    /// The names and values of an object.
    struct Entries {
        names: Array,
        object: JsValue,
        at: u32,
    }

    impl Entries {
        fn of(object: &JsValue) -> Self {
            Self {
                names: Object::keys(object.unchecked_ref::<Object>()).unchecked_into(),
                object: object.clone(),
                at: 0,
            }
        }

        fn value(&self) -> Value {
            Value(Reflect::get(&self.object, &self.names.get(self.at)).unwrap_or(JsValue::NULL))
        }
    }

    impl<'de> MapAccess<'de> for Entries {
        type Error = Garbled;

        fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Garbled> {
            let Some(name) = self.names.get(self.at).as_string() else { return Ok(None) };
            let name: StrDeserializer<'_, Garbled> = name.as_str().into_deserializer();
            seed.deserialize(name).map(Some)
        }

        fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Garbled> {
            let value = self.value();
            self.at += 1;
            seed.deserialize(value)
        }
    }

    /// An object with one name is a variant with what it holds.
    impl<'de> EnumAccess<'de> for Entries {
        type Error = Garbled;
        type Variant = Self;

        fn variant_seed<V: DeserializeSeed<'de>>(mut self, seed: V) -> Result<(V::Value, Self), Garbled> {
            self.next_key_seed(seed)?.map(|name| (name, self)).ok_or(Garbled)
        }
    }

    impl<'de> VariantAccess<'de> for Entries {
        type Error = Garbled;

        fn unit_variant(self) -> Result<(), Garbled> {
            Ok(())
        }

        fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Garbled> {
            seed.deserialize(self.value())
        }

        fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Garbled> {
            self.value().deserialize_any(visitor)
        }

        fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Garbled> {
            self.value().deserialize_any(visitor)
        }
    }
}
