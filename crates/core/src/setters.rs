//! Setters of builders, a line each.

/// Setters inside of an `impl` block: each assigns one field and returns the builder. Not part of the public API.
///
/// ```
/// #[derive(Default)]
/// struct Order { item: Option<String>, quantity: u32 }
///
/// impl Order {
///     azure_openai_core::setters! {
///         /// Sets the item.
///         pub fn with_item(self, item: impl Into<String>) => item = Some(item.into());
///         /// Orders one more.
///         pub fn with_another(self) => quantity = self.quantity + 1;
///     }
/// }
/// assert_eq!(Order::default().with_item("pen").with_another().quantity, 1);
/// ```
#[doc(hidden)]
#[macro_export]
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
    ($(
        $(#[$attribute:meta])*
        pub const fn $name:ident($self:ident $(, $argument:ident: $type:ty)*) => $($field:tt).+ = $value:expr;
    )+) => {$(
        $(#[$attribute])*
        pub const fn $name(mut $self, $($argument: $type),*) -> Self {
            $self.$($field).+ = $value;
            $self
        }
    )+};
}
