#!/usr/bin/env bash
# Writes the fixtures of this directory anew, with the programs that PROVENANCE.md names. The tests read the files and do not need the programs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
convert=convert-im6.q16

# Sound: SoX.
sox -D -n -r 8000 -b 8 -c 1 tone8.wav synth 0.01 sine 440
sox -D -n -r 8000 -b 16 -c 2 tone16.wav synth 0.01 sine 440 sine 660
sox -D -n -r 8000 -b 24 -c 2 tone24.wav synth 0.01 sine 440 sine 660
sox -D -n -r 8000 -b 32 -c 2 tone32.wav synth 0.01 sine 440 sine 660
sox -D -n -r 8000 -b 32 -e floating-point -c 1 tonef32.wav synth 0.01 sine 440
sox -D -n -r 8000 -b 16 -c 2 -B tone16big.wav synth 0.01 sine 440 sine 660
sox -D -n -r 8000 -e a-law -c 1 alaw.wav synth 0.01 sine 440

# Pictures: ImageMagick, one picture in every format. The pictures are pixel maps whose samples all differ, or tell their place.
python3 - <<'PY'
with open("picture.ppm", "wb") as f:
    f.write(b"P6\n# five by three\n5 3\n255\n" + bytes(5 * i + 10 for i in range(45)))
with open("wide.ppm", "wb") as f:
    f.write(b"P6 24 40 255\n" + bytes(v for y in range(40) for x in range(24) for v in (10 * x, 6 * y, x + y)))
PY
$convert picture.ppm -type TrueColor bmp3:picture24.bmp
$convert picture.ppm -alpha set -channel A -evaluate set 40% +channel bmp:picture32.bmp
$convert picture.ppm -type Palette -compress none bmp3:picture4.bmp
$convert wide.ppm +dither -colors 200 -type Palette -compress none bmp3:wide8.bmp
$convert picture.ppm -colorspace Gray picture.pgm
$convert picture.ppm -depth 16 -colorspace Gray picture16.pgm
$convert picture.ppm -monochrome picture.pbm
$convert picture.ppm -type TrueColor -compress none plain.ppm
$convert picture.ppm -type TrueColor pam:picture.pam
$convert picture.ppm -type TrueColor -endian LSB picture.pfm
$convert picture.ppm -type TrueColor -endian MSB picturebig.pfm
$convert picture.ppm -type TrueColor -compress none -define tiff:endian=lsb -define tiff:rows-per-strip=2 picture.tif
$convert picture.ppm -type TrueColor -compress none -define tiff:endian=msb picturebig.tif
$convert picture.ppm -type TrueColor -compress lzw lzw.tif

# Rasters: GDAL.
gdal_translate -q -of GTiff -co TILED=YES -co BLOCKXSIZE=16 -co BLOCKYSIZE=16 -co COMPRESS=NONE wide.ppm tiled.tif
gdal_translate -q -of GTiff -co INTERLEAVE=BAND -co COMPRESS=NONE -co BLOCKYSIZE=8 wide.ppm planar.tif
gdal_translate -q -of GTiff -co BIGTIFF=YES -co COMPRESS=NONE -ot Float32 -b 1 -a_srs EPSG:4326 -a_ullr 6 46 7 45 wide.ppm big.tif
rm -f ./*.aux.xml

# Packets: text2pcap and editcap of Wireshark.
printf '0000 %s\n\n' '01 02 03 04 05 06 07 08 09 0a' '11 12 13' '21 22 23 24 25' > packets.txt
text2pcap -q -F pcap packets.txt packets.pcap
editcap -F nsecpcap packets.pcap packetsnano.pcap
rm packets.txt

# Arrays: ncgen of netCDF, and CPython for IDX, which no packaged program writes, and for the other byte order of pcap.
cat > grid.cdl <<'CDL'
netcdf grid {
dimensions:
    time = UNLIMITED ;
    y = 3 ;
    x = 4 ;
variables:
    short height(y, x) ;
        height:units = "metres" ;
    float temperature(time, x) ;
        temperature:scale = 0.5f ;
    byte flag(time) ;
    :title = "a grid" ;
data:
    height = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -12 ;
    temperature = 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 10.5, 11.5, 12.5 ;
    flag = 7, 8, 9 ;
}
CDL
ncgen -k classic -o grid.nc grid.cdl
ncgen -k 64-bit-offset -o grid64.nc grid.cdl
ncgen -k cdf5 -o grid5.nc grid.cdl
python3 - <<'PY'
import struct
with open("digits-idx3", "wb") as f:
    f.write(struct.pack(">HBBIII", 0, 8, 3, 2, 3, 4) + bytes(range(24)))
with open("packets.pcap", "rb") as f:
    data = f.read()
out = struct.pack(">IHHiIII", *struct.unpack("<IHHiIII", data[:24]))
at = 24
while at < len(data):
    header = struct.unpack("<IIII", data[at:at + 16])
    out += struct.pack(">IIII", *header) + data[at + 16:at + 16 + header[2]]
    at += 16 + header[2]
with open("packetsbig.pcap", "wb") as f:
    f.write(out)

# A grid of 3 by 2 nodes as the NTv2 guide draws it; those that geodetic agencies publish are larger, and read in the tests where PROJ's are installed.
def text(key, value): return key.ljust(8).encode() + value.ljust(8).encode()
def number(key, value): return key.ljust(8).encode() + struct.pack("<ii", value, 0)
def degrees(key, value): return key.ljust(8).encode() + struct.pack("<d", value)
head = number("NUM_OREC", 11) + number("NUM_SREC", 11) + number("NUM_FILE", 1) + text("GS_TYPE", "SECONDS") + text("VERSION", "1") \
    + text("SYSTEM_F", "OLD") + text("SYSTEM_T", "NEW") + degrees("MAJOR_F", 6378249.2) + degrees("MINOR_F", 6356515.0) \
    + degrees("MAJOR_T", 6378137.0) + degrees("MINOR_T", 6356752.314)
sub = text("SUB_NAME", "GRID") + text("PARENT", "NONE") + text("CREATED", "20260101") + text("UPDATED", "20260101") \
    + degrees("S_LAT", 0.0) + degrees("N_LAT", 7200.0) + degrees("E_LONG", -3600.0) + degrees("W_LONG", 0.0) \
    + degrees("LAT_INC", 3600.0) + degrees("LONG_INC", 3600.0) + number("GS_COUNT", 6)
nodes = b"".join(struct.pack("<ffff", i, i + 0.25, i + 0.5, i + 0.75) for i in range(6))
with open("grid.gsb", "wb") as f:
    f.write(head + sub + nodes + b"END     " + bytes(8))
PY
