using System;
using System.IO;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Command.Tests;

/// <summary>Real file formats, written here by their layout, shown by the commands one would type.</summary>
public sealed class ExampleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_header_of_a_packet_capture_is_one_row()
    {
        _folder.Write("tcpdump.pcap", new BytesOf().U32(2712847316).I16(2, 4).I32(0).U32(0, 262144, 1).Zeros(100));
        Shows(
            """
            #  offset       magic  major  minor  zone  sig  snaplen  link
            0     0x0  2712847316      2      4     0    0   262144     1

            """,
            "show", "tcpdump.pcap", "-n", "24", "-t", "magic:u4le,major:u2le,minor:u2le,zone:i4le,sig:u4le,snaplen:u4le,link:u4le");
    }

    [Fact]
    public void Stereo_samples_are_rows_of_two()
    {
        _folder.Write("pluck.wav", new BytesOf().Zeros(142).I16(558, -22, 19292, 249, 12564, 1263, 7, 8));
        Shows(
            """
            [[  558   -22]
             [19292   249]
             [12564  1263]]

            """,
            "show", "pluck.wav", "-s", "142", "-t", "i2le", "-S", "-1,2", ":3");
    }

    [Fact]
    public void Rows_from_the_bottom_and_colours_from_the_back_are_a_view_of_a_bitmap()
    {
        // Two rows of two pixels, two bytes of padding behind each: bottom row first, blue before red.
        _folder.Write("tiny.bmp", new BytesOf().Zeros(54).Raw(3, 2, 1, 6, 5, 4, 0, 0, 9, 8, 7, 12, 11, 10, 0, 0));
        Shows(
            """
            [[[ 7  8  9]
              [10 11 12]]

             [[ 1  2  3]
              [ 4  5  6]]]

            """,
            "tiny.bmp", "-s", "54", "-S", "2,2,3", "--strides", "8,3,1", "::-1,:,::-1");
    }

    [Fact]
    public void Chosen_fields_of_section_headers_are_columns()
    {
        BytesOf elf = new BytesOf().Zeros(14664).Zeros(64);
        elf.U32(27, 1).U64(2, 792, 792, 28).U32(0, 0).U64(1, 0);
        elf.U32(35, 7).U64(2, 824, 824, 32).U32(0, 0).U64(8, 0);
        _folder.Write("t.elf", elf);
        Shows(
            """
            #  offset  type  off  size
            0  0x3948     0    0     0
            1  0x3988     1  792    28
            2  0x39c8     7  824    32

            """,
            "show", "t.elf", "-s", "14664", "-S", "3", "-t",
            "name:u4le,type:u4le,flags:u8le,addr:u8le,off:u8le,size:u8le,link:u4le,info:u4le,align:u8le,ent:u8le", "type,off,size[:5]");
    }

    [Fact]
    public void The_first_byte_of_every_page_is_a_column()
    {
        byte[] types = [83, 5, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 2, 10, 10];
        byte[] pages = new byte[types.Length * 4096];
        for (int page = 0; page < types.Length; page++)
        {
            pages[page * 4096] = types[page];
        }

        _folder.Write("t.db", pages);
        Shows("[83  5 13 13 13 13 13 13 13 13 13 13  2 10 10]\n", "show", "t.db", "-S", "-1,4096", ":,0");
    }

    [Fact]
    public void Ten_gigabytes_are_looked_into_at_any_place()
    {
        using (FileStream file = File.Create(Path.Combine(_folder.Path, "big.f32")))
        {
            file.SetLength(10L << 30);
            file.Position = 1_342_177_280L * sizeof(float);
            file.Write(MemoryMarshal.AsBytes<float>([3.14f, 3.14f, 3.14f, 3.14f]));
        }

        Shows("[3.14 3.14 3.14 3.14]\n", "big.f32", "-t", "f4le", "1_342_177_280:1_342_177_284");
        Shows("[0.   0.   0.   0.   0.   3.14 0.   0.   0.   0.  ]\n", "big.f32", "-t", "f4le", "::268_435_456");
        Shows("140000000: c3f5 4840 c3f5 4840 c3f5 4840 c3f5 4840  ..H@..H@..H@..H@\n", "hex", "big.f32", "-F", "xxd", "-s", "5GiB", "-n", "16");
    }

    [Fact]
    public void A_height_is_one_item_of_a_big_endian_square()
    {
        short[] heights = new short[1201 * 1201];
        heights[(300 * 1201) + 600] = 1964;
        _folder.Write("N45E006.hgt", new BytesOf().I16Big(heights));
        Shows("1964\n", "show", "N45E006.hgt", "-t", "i2be", "-S", "1201,1201", "300,600");
    }

    [Fact]
    public void The_last_frames_of_a_log_keep_their_offsets()
    {
        BytesOf log = new BytesOf().Zeros(32);
        foreach ((uint page, uint commit) in new (uint, uint)[] { (1, 0), (4, 4), (1, 0), (2, 0), (5, 5) })
        {
            log.U32Big(page, commit, 1, 2, 3, 4).Zeros(4096);
        }

        _folder.Write("sample.db-wal", log);
        Shows(
            """
            #  offset  pgno  commit
            0  0x1038     4       4
            1  0x2050     1       0
            2  0x3068     2       0
            3  0x4080     5       5

            """,
            "show", "sample.db-wal", "-s", "32", "-t", "pgno:u4be,commit:u4be,salt1:u4be,salt2:u4be,ck1:u4be,ck2:u4be,page:V4096", "pgno,commit[-4:]");
    }

    [Fact]
    public void Text_fields_end_at_their_zeros_and_empty_ones_are_blank()
    {
        BytesOf wtmp = new();
        foreach ((short type, int pid, string user, string host, int sec) in new[]
        {
            ((short)2, 0, "reboot", "6.1.0-18-amd64", 1772352000), ((short)7, 1234, "alice", "192.0.2.7", 1772352062), ((short)8, 1234, "", "", 1772356500),
        })
        {
            wtmp.I16(type).Zeros(2).I32(pid).Text("tty1", 32).Text("", 4).Text(user, 32).Text(host, 256).I16(0, 0).I32(0, sec, 0).Zeros(36);
        }

        _folder.Write("wtmp", wtmp);
        Shows(
            """
            #  offset  type   pid    user            host         sec
            0     0x0     2     0  reboot  6.1.0-18-amd64  1772352000
            1   0x180     7  1234   alice       192.0.2.7  1772352062
            2   0x300     8  1234                          1772356500

            """,
            "show", "wtmp", "-t",
            "type:i2le,p:V2,pid:i4le,line:S32,id:S4,user:S32,host:S256,term:i2le,exit:i2le,session:i4le,sec:i4le,usec:i4le,addr:u1[16],unused:V20",
            "type,pid,user,host,sec");
    }

    private void Shows(string expected, params string[] arguments)
    {
        Outcome outcome = Run.Memview(_folder.Path, arguments);
        Assert.Equal("", outcome.Errors);
        Assert.Equal(expected, outcome.Output);
        Assert.Equal(0, outcome.ExitCode);
    }
}
