//! Setters of builders, a line each.

/// Setters inside of an `impl` block: each assigns one field and returns the builder.
macro_rules! setters {
    ($(
        $(#[$attribute:meta])*
        pub fn $name:ident($self:ident $(, $argument:ident: $type:ty)*) => $($field:tt).+ = $value:expr;
    )+) => {$(
        $(#[$attribute])*
        pub fn $name(mut $self, $($argument: $type),*) -> Self {
            $self.$($field).+ = $value;
            $self
        }
    )+};
}

pub(crate) use setters;
