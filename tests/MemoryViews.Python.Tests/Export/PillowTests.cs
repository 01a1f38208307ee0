using System.IO;
using Xunit;

namespace MemoryViews.Python.Tests.Export;

/// <summary>Images of Pillow over memory of .NET.</summary>
public class PillowTests
{
    [Fact]
    public void An_image_edited_in_NET_is_saved_by_Pillow()
    {
        TestPython.Need("PIL.Image", "python3-pil");
        using Scope python = TestPython.NewScope();
        byte[,,] pixels = new byte[4, 6, 3];
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        python.Run("from PIL import Image; im = Image.frombuffer('RGB', (6, 4), x, 'raw', 'RGB', 0, 1)", ("x", pixels.AsMemoryView()));
        pixels[1, 2, 0] = 250;
        pixels[3, 5, 2] = 7;
        try
        {
            // Three bytes a pixel are none of Pillow's own layouts: it has made a copy, so the image is taken anew.
            python.Run("Image.frombuffer('RGB', (6, 4), x, 'raw', 'RGB', 0, 1).save(path); back = Image.open(path); back.load()", ("path", path));
            Assert.Equal("((250, 0, 0), (0, 0, 7), (0, 0, 0))", python.Value("repr((back.getpixel((2, 1)), back.getpixel((5, 3)), back.getpixel((0, 0))))"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Pillow_draws_into_memory_of_NET()
    {
        TestPython.Need("PIL.Image", "python3-pil");
        using Scope python = TestPython.NewScope();
        byte[,] grey = new byte[3, 5];
        python.Run("""
            from PIL import Image, ImageDraw
            im = Image.frombuffer('L', (5, 3), x, 'raw', 'L', 0, 1)
            im.readonly = 0
            im.putpixel((4, 2), 200)
            ImageDraw.Draw(im).line((0, 0, 4, 0), fill=9)
            """, ("x", grey.AsMemoryView()));
        Assert.Equal((200, 9, 0), (grey[2, 4], grey[0, 3], grey[1, 1]));
        grey[1, 1] = 77;
        Assert.Equal(77L, python.Value("im.getpixel((1, 1))"));
    }
}
