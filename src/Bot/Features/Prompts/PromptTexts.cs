using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>The texts in <c>Texts/*.txt</c>: one file for each kind, one text on each line.</summary>
public static partial class PromptTexts
{
    private static readonly FrozenDictionary<PromptKind, ImmutableArray<Text>> all = Enum
        .GetValues<PromptKind>()
        .ToFrozenDictionary(kind => kind, Read);

    /// <summary>Returns the texts of a kind, as they are in its file.</summary>
    public static IEnumerable<string> Of(PromptKind kind) => all[kind].Select(text => text.Words);

    /// <summary>Returns the placeholders of a text.</summary>
    public static IEnumerable<string> PlaceholdersOf(string text) =>
        Placeholder().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>
    /// Picks a text that has exactly these placeholders and hasn't been used; null when there is none. <paramref name="seed"/>: varies the
    /// choice between people and days.
    /// </summary>
    public static (string Id, ChatText Text)? Pick(
        PromptKind kind,
        ImmutableDictionary<string, ChatText> words,
        IReadOnlySet<string> used,
        int seed)
    {
        var fitting = all[kind].Where(text => text.Placeholders.SetEquals(words.Keys) && !used.Contains(text.Id)).ToList();
        return fitting.Count == 0
            ? null
            : fitting[(int)((uint)seed % (uint)fitting.Count)] is var text ? (text.Id, Fill(text.Words, words)) : null;
    }

    private static ChatText Fill(string text, ImmutableDictionary<string, ChatText> words)
    {
        var spans = ImmutableArray.CreateBuilder<ChatSpan>();
        var at = 0;
        foreach (Match match in Placeholder().Matches(text))
        {
            spans.AddRange(Plain(text[at..match.Index]));
            spans.AddRange(words[match.Groups["name"].Value].Spans);
            at = match.Index + match.Length;
        }

        spans.AddRange(Plain(text[at..]));
        return new ChatText(spans.ToImmutable());

        static ImmutableArray<ChatSpan> Plain(string words) => words.Length == 0 ? [] : [new ChatSpan.Plain(words)];
    }

    private static ImmutableArray<Text> Read(PromptKind kind)
    {
        using var stream = typeof(PromptTexts).Assembly.GetManifestResourceStream($"prompts/{FileOf(kind)}")
            ?? throw new InvalidOperationException($"There are no texts for {kind}: add {FileOf(kind)}.");
        using var reader = new StreamReader(stream);
        return [.. reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => new Text(line))];
    }

    /// <summary>Returns the file of a kind: <c>WhoHelped</c> is in <c>who-helped.txt</c>.</summary>
    internal static string FileOf(PromptKind kind) =>
        $"{Capital().Replace(kind.ToString(), match => $"-{match.Value}")[1..].ToLowerInvariant()}.txt";

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex("[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capital();

    private sealed record Text(string Words)
    {
        /// <summary>Identifies the text by its words, so it doesn't depend on the position in the file.</summary>
        public string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Words)))[..12];

        public FrozenSet<string> Placeholders { get; } = PlaceholdersOf(Words).ToFrozenSet(StringComparer.Ordinal);
    }
}
