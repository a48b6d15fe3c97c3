//! Tells what functions return against figures worked out by hand, and that greedy ones stop.

use lopdf::{Dictionary, Object, Stream, dictionary};
use proptest::prelude::{ProptestConfig, any, prop, prop_assert, proptest};

use super::Function;
use crate::resources::colour::tests::file;

fn floats(figures: &[f32]) -> Object {
    Object::Array(figures.iter().map(|figure| Object::Real(*figure)).collect())
}

fn whole(figures: &[i64]) -> Object {
    Object::Array(figures.iter().map(|figure| Object::Integer(*figure)).collect())
}

fn sampled(
    inputs: &[i64],
    bits: i64,
    outputs: usize,
    data: &[u8],
    more: &[(&str, Object)],
) -> Object {
    let mut dictionary = dictionary! {
        "FunctionType" => 0,
        "Domain" => floats(&[0.0, 1.0].repeat(inputs.len())),
        "Range" => floats(&[0.0, 1.0].repeat(outputs)),
        "Size" => whole(inputs),
        "BitsPerSample" => bits,
    };
    for (key, value) in more {
        dictionary.set(*key, value.clone());
    }
    Object::Stream(Stream::new(dictionary, data.to_vec()))
}

fn calculated(inputs: usize, range: &[f32], program: &str) -> Object {
    let dictionary = dictionary! {
        "FunctionType" => 4,
        "Domain" => floats(&[-100.0, 100.0].repeat(inputs)),
        "Range" => floats(range),
    };
    Object::Stream(Stream::new(dictionary, program.as_bytes().to_vec()))
}

fn exponential(from: &[f32], to: &[f32], exponent: f32) -> Dictionary {
    dictionary! {
        "FunctionType" => 2,
        "Domain" => floats(&[0.0, 1.0]),
        "C0" => floats(from),
        "C1" => floats(to),
        "N" => exponent,
    }
}

fn apply(object: &Object, input: &[f32]) -> Vec<f32> {
    Function::read(&file(), object).unwrap().apply(input)
}

fn assert_near(one: &[f32], other: &[f32]) {
    assert_eq!(one.len(), other.len(), "{one:?} {other:?}");
    for (left, right) in one.iter().zip(other) {
        assert!((left - right).abs() < 1e-4, "{one:?} {other:?}");
    }
}

#[test]
fn samples_are_joined_by_straight_lines() {
    let line = sampled(&[3], 8, 1, &[0, 255, 51], &[]);
    assert_near(&apply(&line, &[0.25]), &[0.5]);
    assert_near(&apply(&line, &[0.75]), &[0.6]);
    assert_near(&apply(&line, &[1.0]), &[0.2]);
    assert_near(&apply(&line, &[7.0]), &[0.2]);
    assert_near(&apply(&line, &[f32::NAN]), &[0.0]);
}

#[test]
fn the_first_input_of_a_table_runs_fastest() {
    let square = sampled(&[2, 2], 8, 2, &[0, 0, 255, 0, 0, 255, 255, 255], &[]);
    assert_near(&apply(&square, &[1.0, 0.0]), &[1.0, 0.0]);
    assert_near(&apply(&square, &[0.25, 0.5]), &[0.25, 0.5]);
}

#[test]
fn samples_of_all_bits_are_read() {
    for (bits, data) in [
        (1, vec![0b0100_0000]),
        (2, vec![0b0011_0000]),
        (4, vec![0x0f]),
        (12, vec![0x00, 0x0f, 0xff]),
        (16, vec![0, 0, 255, 255]),
        (24, vec![0, 0, 0, 255, 255, 255]),
        (32, vec![0, 0, 0, 0, 255, 255, 255, 255]),
    ] {
        assert_near(&apply(&sampled(&[2], bits, 1, &data, &[]), &[0.5]), &[0.5]);
    }
    assert_eq!(Function::read(&file(), &sampled(&[2], 3, 1, &[0; 8], &[])), None);
    assert_eq!(Function::read(&file(), &sampled(&[9], 8, 1, &[0; 8], &[])), None);
}

#[test]
fn encode_and_decode_turn_a_table_round() {
    let encode = ("Encode", floats(&[1.0, 0.0]));
    assert_near(&apply(&sampled(&[2], 8, 1, &[0, 255], &[encode]), &[0.25]), &[0.75]);
    let decode = ("Decode", floats(&[1.0, 0.5]));
    assert_near(&apply(&sampled(&[2], 8, 1, &[0, 255], &[decode]), &[0.25]), &[0.875]);
}

#[test]
fn an_exponent_bends_the_line() {
    let function = Object::Dictionary(exponential(&[0.0, 1.0], &[1.0, 0.0], 2.0));
    assert_near(&apply(&function, &[0.5]), &[0.25, 0.75]);
    let endless = Object::Dictionary(exponential(&[0.0], &[1.0], -1.0));
    assert!(apply(&endless, &[0.0])[0].is_finite());
}

#[test]
fn stitched_functions_take_turns() {
    let function = Object::Dictionary(dictionary! {
        "FunctionType" => 3,
        "Domain" => floats(&[0.0, 1.0]),
        "Functions" => vec![
            Object::Dictionary(exponential(&[0.0], &[1.0], 1.0)),
            Object::Dictionary(exponential(&[0.0], &[1.0], 1.0)),
        ],
        "Bounds" => floats(&[0.4]),
        "Encode" => floats(&[0.0, 1.0, 1.0, 0.0]),
    });
    assert_near(&apply(&function, &[0.2]), &[0.5]);
    assert_near(&apply(&function, &[0.4]), &[1.0]);
    assert_near(&apply(&function, &[0.7]), &[0.5]);
    assert_near(&apply(&function, &[1.0]), &[0.0]);
}

#[test]
fn an_array_has_one_function_for_each_output() {
    let functions = Object::Array(vec![
        Object::Dictionary(exponential(&[0.0], &[1.0], 1.0)),
        Object::Dictionary(exponential(&[1.0], &[0.0], 1.0)),
    ]);
    assert_near(&apply(&functions, &[0.25]), &[0.25, 0.75]);
}

#[test]
fn the_calculator_calculates() {
    for (program, wanted) in [
        ("{ 3 4 add 2 div }", 3.5),
        ("{ 7 2 idiv 7 3 mod add }", 4.0),
        ("{ 1 2 3 4 4 -1 roll 4 1 roll pop pop exch sub }", 1.0),
        ("{ 1 2 3 3 1 roll pop pop }", 3.0),
        ("{ 5 6 7 2 index 4 1 roll pop pop pop }", 5.0),
        ("{ 9 sqrt 2 exp }", 9.0),
        ("{ 1 0 atan 90 sin add }", 91.0),
        ("{ -1 0 atan }", 270.0),
        ("{ -2.5 truncate 2.5 round add 1.2 ceiling add -1.2 floor add }", 1.0),
        ("{ 100 log 1 ln add 3.9 cvi add }", 5.0),
        ("{ 3 2 gt 1 1 eq and { 1 } { 0 } ifelse }", 1.0),
        ("{ 1 true false or not { pop 2 } if }", 1.0),
        ("{ 6 5 and 1 3 bitshift or 16 -2 bitshift xor }", 8.0),
        ("{ 1 2 2 copy add add add % a comment }\n 1 sub }", 5.0),
        ("{ 4 dup mul neg abs 1.0 cvr div }", 16.0),
    ] {
        assert_near(
            &apply(
                &calculated(1, &[-1000.0, 1000.0], &format!("{{ pop {}", &program[1..])),
                &[0.0],
            ),
            &[wanted],
        );
    }
}

#[test]
fn a_program_gets_its_inputs_and_leaves_its_outputs() {
    let mixed = calculated(2, &[0.0, 1.0, 0.0, 1.0], "{exch 2 copy mul 3 1 roll pop}");
    assert_near(&apply(&mixed, &[0.5, 0.25]), &[0.125, 0.25]);
}

#[test]
fn programs_that_fail_leave_nothing() {
    for program in [
        "{ pop pop }",
        "{ true add }",
        "{ pop 1 0 idiv }",
        "{ 1000 copy }",
        "{ 5 index }",
        "{ -1 index }",
    ] {
        assert_near(&apply(&calculated(1, &[-1.0, 1.0], program), &[0.5]), &[0.0]);
    }
    assert!(apply(&calculated(1, &[-1.0, 1.0], "{ 0 div }"), &[0.0])[0].is_finite());
    for source in
        ["", "{", "{ 1", "{ {1} }", "{ if }", "{ 1 frobnicate }", "{ {1} 2 if }", "{ inf }"]
    {
        assert_eq!(Function::read(&file(), &calculated(1, &[0.0, 1.0], source)), None, "{source}");
    }
    let deep = format!("{}{}", "{".repeat(100_000), "}".repeat(100_000));
    assert_eq!(Function::read(&file(), &calculated(1, &[0.0, 1.0], &deep)), None);
    let long = format!("{{ {} }}", "1 pop ".repeat(100_000));
    assert_eq!(Function::read(&file(), &calculated(1, &[0.0, 1.0], &long)), None);
}

#[test]
fn functions_in_a_circle_are_none() {
    let mut file = file();
    let mut circle = exponential(&[0.0], &[1.0], 1.0);
    circle.set("FunctionType", 3);
    circle.set("Functions", vec![Object::Reference((90, 0)); 30]);
    circle.set("Bounds", floats(&[0.5; 29]));
    circle.set("Encode", floats(&[0.0; 60]));
    file.document.objects.insert((90, 0), Object::Dictionary(circle));
    assert_eq!(Function::read(&file, &Object::Reference((90, 0))), None);
}

#[test]
fn tables_that_are_too_great_are_none() {
    let huge = sampled(&[100_000, 100_000], 8, 1, &[0; 8], &[]);
    assert_eq!(Function::read(&file(), &huge), None);
    let huge = sampled(&[i64::MAX, i64::MAX], 8, 1, &[0; 8], &[]);
    assert_eq!(Function::read(&file(), &huge), None);
    let none = sampled(&[0], 8, 1, &[0; 8], &[]);
    assert_eq!(Function::read(&file(), &none), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_program_returns_finite_figures(
        words in prop::collection::vec(prop::sample::select(vec![
            "1", "-3", "0.5", "100", "{", "}", "if", "ifelse", "add", "div", "exp", "roll", "copy", "index", "dup",
            "pop", "exch", "bitshift", "cvi", "idiv", "mod", "ln", "sqrt", "atan", "eq", "not", "and", "true",
        ]), 0..40),
        input in any::<[f32; 2]>(),
    ) {
        let program = format!("{{ {} }}", words.join(" "));
        if let Some(function) = Function::read(&file(), &calculated(2, &[-1e30, 1e30], &program)) {
            let output = function.apply(&input);
            prop_assert!(output.len() == 1 && output[0].is_finite());
        }
    }

    #[test]
    fn any_table_returns_finite_figures(
        size in prop::collection::vec(-1_i64..6, 0..4),
        bits in 0_i64..40,
        data in prop::collection::vec(any::<u8>(), 0..600),
        encode in prop::collection::vec(any::<f32>(), 0..8),
        input in any::<[f32; 4]>(),
    ) {
        let more = [("Encode", floats(&encode))];
        if let Some(function) = Function::read(&file(), &sampled(&size, bits, 2, &data, &more)) {
            prop_assert!(function.apply(&input).iter().all(|figure| figure.is_finite()));
        }
    }
}
