using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using MemoryViews.Command.Tour;

namespace MemoryViews.Command;

/// <summary>The verbs and their options, as the command-line library knows them: for parsing, help and completions.</summary>
internal sealed class CommandTree
{
    private readonly Option<string> _skip = Text("--skip", "N", "Skip N bytes of FILE; a negative N counts from its end.", "-s", "--offset", "--seek");
    private readonly Option<string> _length = Text("--length", "N", "Take N bytes at most.", "-n", "--bytes");
    private readonly Option<string> _type = Text("--type", "TYPE", "What an item is: u1 i2le f4be, <I, S8, f4le[3], id:i4le,name:S8 (default u1).", "-t");
    private readonly Option<string> _shape = Text("--shape", "N,N", "Items along each axis, last fastest; one -1 is inferred.", "-S");
    private readonly Option<string> _strides = Text("--strides", "B,B", "Bytes from one index to the next along each axis of the shape.");
    private readonly Option<string> _order = Text("--order", "C|F", "Which axis of the shape varies fastest: the last (C) or the first (F).");
    private readonly Option<bool> _tailOk = new("--tail-ok") { Description = "Drop bytes at the end that make no whole item, and say so." };
    private readonly Option<bool> _all = new("--all") { Description = "Show everything, however long." };
    private readonly Option<string> _head = Text("--head", "N", "Show the first N of the first axis.");
    private readonly Option<string> _tail = Text("--tail", "N", "Show the last N of the first axis.");
    private readonly Option<string> _format = Text("--format", "FORMAT", "text, or what other tools print, byte for byte: xxd, canonical (hexdump -C).", "-F");
    private readonly Option<string> _color = Text("--color", "WHEN", "auto, always or never.");
    private readonly Option<bool> _debug = new("--debug") { Description = "Show the stack of an error." };
    private readonly Argument<string[]> _words = new("FILE [VIEW]")
    {
        Arity = new ArgumentArity(0, 100),
        Description = "A file, or - for standard input; then what to take of it: 0:100:2   :,::2   ::-1   xyz[:3,0]   '[16:].cast(f4le,[3,4])'",
    };

    private readonly Option<bool> _list = new("--list") { Description = "Name the steps." };
    private readonly Argument<string[]> _steps = new("N") { Arity = new ArgumentArity(0, 100), Description = "One step, by its number; all without." };
    private readonly System.CommandLine.Command _hex;
    private readonly System.CommandLine.Command _tour = new("tour", "Learn views in 13 steps: code, and what it prints when it runs here and now.");

    public CommandTree()
    {
        System.CommandLine.Command show = new("show", "Show items: numbers between brackets, records as a table. The verb may be left out.");
        _hex = new("hex", "Show bytes in hexadecimal.");
        Root = new RootCommand("Any binary file of any size as a typed, sliced, N-dimensional view.\n\n  memview FILE [VIEW] [options]   is   memview show FILE [VIEW] [options]");
        AddTo(show, _words, [_skip, _length, _type, _shape, _strides, _order, _tailOk, _all, _head, _tail, _color, _debug]);
        AddTo(_hex, _words, [_skip, _length, _type, _shape, _strides, _order, _tailOk, _format, _color, _debug]);
        AddTo(_tour, _steps, [_list, _color, _debug]);
    }

    public RootCommand Root { get; }

    /// <summary>What a command line asks for.</summary>
    /// <exception cref="Refusal">It is no command line of this command.</exception>
    public Request Read(ParseResult parsed, bool inputIsRedirected)
    {
        CheckUsage(parsed);
        bool isHex = parsed.CommandResult.Command == _hex;
        string[] words = parsed.GetValue(_words) ?? [];
        return new Request
        {
            IsHex = isHex,
            View = ReadView(parsed, words, inputIsRedirected),
            Show = isHex ? default : new(parsed.GetValue(_all), Count(parsed, _head), Count(parsed, _tail)),
            HexFormat = isHex ? OptionValues.Choice("-F", parsed.GetValue(_format) ?? "text", "text", "xxd", "canonical") : "text",
            Color = Color(parsed),
            TypeText = parsed.GetValue(_type),
        };
    }

    /// <summary>What a command line asks of the tour; null when it asks for something else.</summary>
    /// <exception cref="Refusal">It is no command line of this command.</exception>
    public TourRequest? ReadTour(ParseResult parsed)
    {
        if (parsed.CommandResult.Command != _tour)
        {
            return null;
        }

        CheckUsage(parsed);
        return TourRequest.Read(parsed.GetValue(_steps) ?? [], parsed.GetValue(_list));
    }

    /// <summary>When to colour: auto, always or never.</summary>
    public string Color(ParseResult parsed) => OptionValues.Choice("--color", parsed.GetValue(_color) ?? "auto", "auto", "always", "never");

    private static void CheckUsage(ParseResult parsed)
    {
        foreach (ParseError error in parsed.Errors)
        {
            throw Error.BadUsage(error.Message);
        }

        // To the parser an option of another verb is a file of that name; options stand before "--", so it can be told from one.
        foreach (Token token in parsed.Tokens)
        {
            if (token.Type == TokenType.DoubleDash)
            {
                return;
            }

            if (token.Type == TokenType.Argument && token.Value.StartsWith("--", System.StringComparison.Ordinal))
            {
                throw Error.NotForVerb(token.Value.Split('=')[0], parsed.CommandResult.Command.Name);
            }
        }
    }

    private ViewRequest ReadView(ParseResult parsed, string[] words, bool inputIsRedirected)
    {
        string file = words.Length > 0 ? words[0] : inputIsRedirected ? "-" : throw Error.NoFile();
        if (words.Length > 2)
        {
            throw Error.TooManyArguments(words[2]);
        }

        nint[]? shape = parsed.GetValue(_shape) is { } shapeText ? OptionValues.Shape(shapeText) : null;
        nint[]? strides = parsed.GetValue(_strides) is { } stridesText ? OptionValues.Integers("--strides", stridesText, "16,3,1") : null;
        AxisOrder? order = parsed.GetValue(_order) is { } orderText ? OptionValues.Order(orderText) : null;
        OptionValues.CheckTogether(shape, strides, order);
        return new ViewRequest
        {
            File = file,
            Skip = parsed.GetValue(_skip) is { } skip ? OptionValues.Number("--skip", skip) : 0,
            Length = parsed.GetValue(_length) is { } length ? OptionValues.Count("--length", length) : null,
            Format = parsed.GetValue(_type) is { } type ? TypeParser.Parse(type) : ItemFormat.Parse("B"),
            Shape = shape,
            Strides = strides,
            Order = order,
            DropsTail = parsed.GetValue(_tailOk),
            Steps = words.Length > 1 ? ViewParser.Parse(words[1]) : [],
        };
    }

    private static nint? Count(ParseResult parsed, Option<string> option) =>
        parsed.GetValue(option) is { } text ? (nint)System.Int128.Min(OptionValues.Count(option.Name, text), nint.MaxValue) : null;

    private void AddTo(System.CommandLine.Command verb, Argument words, IReadOnlyList<Option> options)
    {
        verb.Arguments.Add(words);
        foreach (Option option in options)
        {
            verb.Options.Add(option);
        }

        Root.Subcommands.Add(verb);
    }

    private static Option<string> Text(string name, string value, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = value, Description = description };
}
