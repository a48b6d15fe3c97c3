"""Pictures and stencils, with masks of every kind."""

import zlib

from pikepdf import Array, Name, Stream

from kit import add, picture
from painting import SQUARE, painted, shown, state, tones


@painted()
def picture_in_four_inks(pdf):
    shown(pdf, picture(pdf, (60, 60), data=tones(4)))


@painted()
def picture_turned_and_slanted(pdf):
    image = picture(pdf, (60, 60), data=tones(4))
    add(pdf, b"60 30 -25 70 120 300 cm /New Do", XObject=dict(New=image))


@painted()
def picture_inverted(pdf):
    """What Photoshop writes: 255 is no ink."""
    shown(pdf, picture(pdf, (60, 60), data=tones(4, most=30), Decode=[1, 0] * 4))


@painted()
def picture_with_a_soft_mask(pdf):
    """It is dark where the mask is thin, and light where it is thick."""
    mask = bytes(255 if x > 30 else 40 for _ in range(60) for x in range(60))
    mask = picture(pdf, (60, 60), space=Name.DeviceGray, parts=1, data=mask)
    shown(pdf, picture(pdf, (60, 60), data=tones(4, most=230), SMask=mask))


@painted()
def picture_with_a_soft_mask_of_another_size(pdf):
    mask = bytes(90 + x * 10 for _ in range(9) for x in range(12))
    mask = picture(pdf, (12, 9), space=Name.DeviceGray, parts=1, data=mask)
    shown(pdf, picture(pdf, (60, 60), data=tones(4), SMask=mask))


@painted()
def picture_with_a_stencil_as_mask(pdf):
    mask = zlib.compress(bytes(0xF0 for _ in range(8)))
    head = dict(Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=1, ImageMask=True)
    mask = pdf.make_indirect(Stream(pdf, mask, Filter=Name.FlateDecode, **head))
    shown(pdf, picture(pdf, (60, 60), data=bytes([180, 170, 160, 20]) * 3600, Mask=mask))


@painted()
def picture_with_colours_left_out(pdf):
    """The colour that is masked is the darkest."""
    colours = bytes([200, 200, 200, 200]), bytes([120, 20, 90, 0])
    samples = b"".join(colours[x // 30] for _ in range(60) for x in range(60))
    shown(pdf, picture(pdf, (60, 60), data=samples, Mask=[190, 210] * 4))


@painted()
def picture_in_grey(pdf):
    shown(pdf, picture(pdf, (60, 60), space=Name.DeviceGray, parts=1, data=tones(1)))


@painted()
def picture_in_grey_that_multiplies(pdf):
    image = picture(pdf, (60, 60), space=Name.DeviceGray, parts=1, data=tones(1))
    before = b"0.8 0.6 0.5 0.1 k" + SQUARE + b"/Mul gs "
    shown(pdf, image, before, ExtGState=dict(Mul=state(BM=Name.Multiply)))


@painted()
def picture_with_a_table(pdf):
    table = bytes([0, 0, 0, 0, 255, 128, 0, 0, 230, 220, 120, 80, 10, 200, 100, 0])
    space = Array([Name.Indexed, Name.DeviceCMYK, 3, table])
    samples = bytes((x // 4 + y // 4) % 4 for y in range(60) for x in range(60))
    shown(pdf, picture(pdf, (60, 60), space=space, data=samples))


@painted()
def picture_with_a_table_of_two_bits(pdf):
    table = bytes([0, 0, 0, 0, 255, 128, 0, 0, 230, 220, 120, 80, 10, 200, 100, 0])
    space = Array([Name.Indexed, Name.DeviceCMYK, 3, table])
    shown(pdf, picture(pdf, (16, 16), space=space, bits=2, data=bytes([0b00011011] * 64)))


@painted()
def stencil(pdf):
    data = zlib.compress(bytes(0xC3 for _ in range(8)))
    head = dict(Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=1, ImageMask=True)
    image = pdf.make_indirect(Stream(pdf, data, Filter=Name.FlateDecode, **head))
    shown(pdf, image, b"0.8 0.7 0.6 0.7 k ")
