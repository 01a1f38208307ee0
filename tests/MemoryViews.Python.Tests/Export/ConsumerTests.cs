using System;
using System.IO;
using System.Linq;
using Xunit;

namespace MemoryViews.Python.Tests.Export;

/// <summary>What the standard library of Python does with buffers, it does with memory of .NET, in place.</summary>
public class ConsumerTests
{
    [Fact]
    public void Memoryview_sees_all_there_is_to_see()
    {
        using Scope python = TestPython.NewScope();
        int[] numbers = [.. Enumerable.Range(0, 12)];
        python.Run("m = memoryview(x)", ("x", numbers.AsMemoryView().Reshape(3, 4)[(..).By(-1), (..).By(2)]));
        Assert.Equal("('i', 4, 2, (3, 2), (-16, 8), (), False, 24)", python.Value("repr((m.format, m.itemsize, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, m.nbytes))"));
        Assert.Equal("[[8, 10], [4, 6], [0, 2]]", python.Value("repr(m.tolist())"));
        python.Run("m[0, 1] = -10");
        Assert.Equal(-10, numbers[10]);
    }

    [Fact]
    public void A_scalar_and_nothing_at_all_pass_through()
    {
        using Scope python = TestPython.NewScope();
        Assert.Equal("(0, (), 5)", python.Value("(lambda m: repr((m.ndim, m.shape, m[()])))(memoryview(x))", ("x", new[] { 5 }.AsMemoryView().Reshape())));
        Assert.Equal("((2, 0), [[], []])", python.Value("(lambda m: repr((m.shape, m.tolist())))(memoryview(x))", ("x", new int[2, 0].AsMemoryView())));
        Assert.Equal("b''", python.Value("repr(bytes(x))", ("x", Array.Empty<byte>().AsMemoryView())));
    }

    [Fact]
    public void Pointers_pass_through()
    {
        TestPython.Need("_testbuffer", "libpython3.11-testsuite");
        using Scope python = TestPython.NewScope();
        python.Run("import _testbuffer as t; a = t.ndarray(list(range(12)), shape=[3, 4], format='i', flags=t.ND_PIL)");
        using PythonObject array = python.Get("a");
        using MemoryView view = array.AsMemoryView();
        python.Run("m = memoryview(x)", ("x", view[1..]));
        Assert.Equal(python.Value("repr((memoryview(a)[1:].suboffsets, a.tolist()[1:]))"), python.Value("repr((m.suboffsets, m.tolist()))"));
    }

    [Fact]
    public void Struct_packs_and_unpacks_in_place()
    {
        using Scope python = TestPython.NewScope();
        byte[] bytes = new byte[8];
        python.Run("import struct; struct.pack_into('>hi', x, 1, -2, 7)", ("x", bytes.AsMemoryView()));
        Assert.Equal([0, 255, 254, 0, 0, 0, 7, 0], bytes);
        Assert.Equal(7L, python.Value("struct.unpack_from('>i', x, 3)[0]"));
    }

    [Fact]
    public void Hashes_and_compression_take_it()
    {
        using Scope python = TestPython.NewScope();
        byte[] bytes = [.. Enumerable.Range(0, 1000).Select(i => (byte)(i * 7))];
        python.Run("import hashlib, zlib, binascii", ("x", bytes.AsMemoryView()));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), python.Value("hashlib.sha256(x).hexdigest()"));
        Assert.Equal(bytes, python.Value("zlib.decompress(zlib.compress(x))"));
        Assert.Equal(Convert.ToHexStringLower(bytes), python.Value("binascii.hexlify(x).decode()"));
        Assert.Equal("BufferError", Assert.Throws<PythonException>(() => python.Value("hashlib.sha256(y)", ("y", bytes.AsMemoryView()[(..).By(2)]))).TypeName);
    }

    [Fact]
    public void Files_write_it_and_read_into_it()
    {
        using Scope python = TestPython.NewScope();
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        byte[] bytes = [1, 2, 3, 4, 5], back = new byte[5], again = new byte[5];
        try
        {
            python.Run("with open(path, 'wb') as f: f.write(x)", ("path", path), ("x", bytes.AsMemoryView()));
            Assert.Equal(bytes, File.ReadAllBytes(path));
            python.Run("with open(path, 'rb') as f: count = f.readinto(y)", ("y", back.AsMemoryView()));
            python.Run("with open(path, 'rb', buffering=0) as f: f.seek(1); f.readinto(memoryview(y)[1:])", ("y", again.AsMemoryView()));
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Equal(bytes, back);
        Assert.Equal([0, 2, 3, 4, 5], again);
        Assert.Equal("TypeError", Assert.Throws<PythonException>(() => python.Run("import io; io.BytesIO(b'abc').readinto(z)", ("z", bytes.AsMemoryView().AsReadOnly()))).TypeName);
    }

    [Fact]
    public void Sockets_send_it_and_receive_into_it()
    {
        using Scope python = TestPython.NewScope();
        byte[] back = new byte[6];
        python.Run("""
            import socket
            a, b = socket.socketpair()
            with a, b:
                a.sendall(x)
                a.sendmsg([x, x])
                first = b.recv_into(y, 3, socket.MSG_WAITALL)
                b.recvmsg_into([memoryview(y)[3:]])
            """, ("x", "abc"u8.ToArray().AsMemoryView()), ("y", back.AsMemoryView()));
        Assert.Equal("abcabc"u8.ToArray(), back);
    }

    [Fact]
    public void Sqlite_takes_it_as_a_BLOB()
    {
        using Scope python = TestPython.NewScope();
        Assert.Equal("spam"u8.ToArray(), python.Value("__import__('sqlite3').connect(':memory:').execute('select ?', [x]).fetchone()[0]", ("x", "spam"u8.ToArray().AsMemoryView())));
    }

    [Fact]
    public void Ctypes_lies_over_it()
    {
        using Scope python = TestPython.NewScope();
        int[] numbers = [1, 2, 3];
        python.Run("import ctypes; c = (ctypes.c_int * 3).from_buffer(x); c[1] = 20; address = ctypes.addressof(c)", ("x", numbers.AsMemoryView()));
        Assert.Equal([1, 20, 3], numbers);
        Assert.Equal("TypeError", Assert.Throws<PythonException>(() => python.Run("(ctypes.c_int * 3).from_buffer(y)", ("y", numbers.AsMemoryView().AsReadOnly()))).TypeName);
    }

    [Fact]
    public void Pickle_keeps_it_out_of_band()
    {
        using Scope python = TestPython.NewScope();
        byte[] bytes = [1, 2, 3];
        python.Run("""
            import pickle
            buffers = []
            data = pickle.dumps(pickle.PickleBuffer(x), protocol=5, buffer_callback=buffers.append)
            back = memoryview(pickle.loads(data, buffers=buffers))
            back[1] = 20
            """, ("x", bytes.AsMemoryView()));
        Assert.Equal([1, 20, 3], bytes);
        Assert.Equal(bytes, python.Value("bytes(pickle.loads(pickle.dumps(pickle.PickleBuffer(x), protocol=5)))"));
    }

    [Fact]
    public void Bytes_and_texts_are_made_of_it()
    {
        using Scope python = TestPython.NewScope();
        python.Run("", ("x", "spam"u8.ToArray().AsMemoryView()));
        Assert.Equal("(b'spam', bytearray(b'spam'), b'spam,spam', 'spam', True, b'spam!')", python.Value("repr((bytes(x), bytearray(x), b','.join([x, x]), str(x, 'ascii'), b'a spam'.endswith(x), b''.join([x, b'!'])))"));
    }

    [Fact]
    public void Readv_scatters_over_several()
    {
        TestPython.Need();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "os.readv is not there");
        using Scope python = TestPython.NewScope();
        byte[] first = new byte[2], second = new byte[3];
        python.Run("""
            import os
            r, w = os.pipe()
            os.write(w, b'abcde')
            count = os.readv(r, [x, y])
            os.close(r); os.close(w)
            """, ("x", first.AsMemoryView()), ("y", second.AsMemoryView()));
        Assert.Equal(("ab", "cde"), (System.Text.Encoding.ASCII.GetString(first), System.Text.Encoding.ASCII.GetString(second)));
    }
}
