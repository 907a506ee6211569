//! Prints what a caller sees of every fault of the emulator.

fn main() {
    print!("{}", tests::fault_matrix::table());
}
