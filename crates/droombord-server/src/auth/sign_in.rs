//! What comes of a sign-in once the password was right: the second factor, its enrolment, an own password. Pure: the
//! time is an argument, and nothing is stored here.

use super::{password::NewPassword, totp::TotpSecret};
use droombord_domain::{
    api::SignIn,
    problem::{Enrolment, FieldCode, FieldError},
};

/// What an account's owner must know and have.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The account's name, as it was made.
    pub name: String,
    /// The password came from an administrator: its owner must choose another.
    pub password_given: bool,
    /// The secret of the second factor is on the owner's phone: it is not shown any more.
    pub enrolled: bool,
    /// The secret of the second factor.
    pub secret: TotpSecret,
    /// The last step whose code was used.
    pub used_step: Option<u64>,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// The owner is in: the step is used from now on, and the password is replaced.
    In {
        /// The step whose code was right.
        step: u64,
        /// The password from now on.
        new_password: Option<NewPassword>,
    },
    /// The code is wrong or used.
    Refused,
    /// The code is missing.
    CodeMissing,
    /// The code is missing because the owner does not have the secret yet.
    Enrol(Enrolment),
    /// All is right; the owner must choose a password.
    ChoosePassword,
    /// All is right but the password that was chosen.
    PasswordFault(FieldError),
}

impl Credentials {
    /// Judges the rest of a sign-in whose password was right.
    ///
    /// A code is used up only by getting in: whoever must still choose a password may send the same code again. An
    /// account may change its own password in the same way, since the call proves both factors.
    pub fn judge(&self, request: &SignIn, now: u64) -> Way {
        let SignIn { name: _, password, code, new_password } = request;
        let Some(code) = code else {
            return if self.enrolled { Way::CodeMissing } else { Way::Enrol(self.enrolment()) };
        };
        let Some(step) = self.secret.matching_step(code, now, self.used_step) else { return Way::Refused };
        match new_password {
            None if self.password_given => Way::ChoosePassword,
            None => Way::In { step, new_password: None },
            // The same one again is not a choice: an administrator knows it.
            Some(same) if same == password => Way::PasswordFault(FieldError::new("new_password", FieldCode::Invalid)),
            Some(raw) => match NewPassword::parse("new_password", raw) {
                Ok(new) => Way::In { step, new_password: Some(new) },
                Err(fault) => Way::PasswordFault(fault),
            },
        }
    }

    fn enrolment(&self) -> Enrolment {
        Enrolment { secret: self.secret.base32(), uri: self.secret.uri(&self.name) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::totp::{SECRET_BYTES, STEP_SECONDS};

    const NOW: u64 = 1_000 * STEP_SECONDS;

    fn judged(given: bool, enrolled: bool, code: Option<&str>, new_password: Option<&str>) -> Way {
        let secret = TotpSecret::new([7; SECRET_BYTES]);
        let code = code.map(|code| if code == "right" { secret.code(1_000) } else { code.to_owned() });
        let credentials =
            Credentials { name: "joris".into(), password_given: given, enrolled, secret, used_step: None };
        let request = SignIn {
            name: "Joris".into(),
            password: "het eerste woord".into(),
            code,
            new_password: new_password.map(str::to_owned),
        };
        credentials.judge(&request, NOW)
    }

    #[test]
    fn an_account_that_is_ready_needs_a_code_and_nothing_else() {
        assert_eq!(judged(false, true, None, None), Way::CodeMissing);
        assert_eq!(judged(false, true, Some("right"), None), Way::In { step: 1_000, new_password: None });
        assert_eq!(judged(false, true, Some("000000"), None), Way::Refused);
    }

    #[test]
    fn a_new_account_hears_its_secret_until_a_code_was_right_and_then_chooses_a_password() {
        assert!(matches!(judged(true, false, None, None), Way::Enrol(_)));
        assert!(matches!(judged(true, false, None, Some("mijn eigen woord")), Way::Enrol(_)));
        assert_eq!(judged(true, false, Some("000000"), Some("mijn eigen woord")), Way::Refused);
        assert_eq!(judged(true, false, Some("right"), None), Way::ChoosePassword);
        assert!(matches!(judged(true, false, Some("right"), Some("kort")), Way::PasswordFault(_)));
        assert!(matches!(judged(true, false, Some("right"), Some("het eerste woord")), Way::PasswordFault(_)));
        assert!(matches!(
            judged(true, false, Some("right"), Some("mijn eigen woord")),
            Way::In { step: 1_000, new_password: Some(_) }
        ));
    }
}
