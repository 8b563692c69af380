using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Routing;

/// <summary>Reads a command's name: the first word of a sentence, and the word after <c>/relate</c>.</summary>
internal static class CommandWords
{
    /// <summary>The command whose first word names a subcommand.</summary>
    public const string Umbrella = "relate";

    // Other ways to say a command's name.
    private static readonly (string Spoken, string Command)[] otherWords =
        [("thank you", "thanks"), ("thankyou", "thanks"), ("thx", "thanks")];

    /// <summary>
    /// Reads a sentence as a command: "Thank you @sue …", "thanks @sue …" and "/thanks @sue …" are the same. Any other sentence becomes a
    /// command with an empty name.
    /// </summary>
    public static ChatInput.Command ToCommand(IncomingText text, RouteTable routes)
    {
        if (text.Spans is not [IncomingSpan.Words { Text: var words }, .. var rest])
        {
            return new ChatInput.Command("", text);
        }

        var trimmed = words.TrimStart().TrimStart('/');
        foreach (var (spoken, command) in otherWords)
        {
            if (trimmed.StartsWith(spoken, StringComparison.OrdinalIgnoreCase) && LengthOfWord(trimmed, spoken.Length) == spoken.Length)
            {
                return With(command, spoken.Length);
            }
        }

        var length = LengthOfWord(trimmed, from: 0);
        return routes.FindCommandName(trimmed.AsSpan(0, length)) is { } name ? With(name, length) : new ChatInput.Command("", text);

        ChatInput.Command With(string command, int spokenLength)
        {
            var remaining = trimmed[spokenLength..].TrimStart(' ', ',', ':', '\t');
            return new ChatInput.Command(
                command,
                new IncomingText(remaining.Length == 0 ? rest : [new IncomingSpan.Words(remaining), .. rest]));
        }
    }

    /// <summary>
    /// Makes "/relate admin sync …" the command "relate admin" with the remaining text. Without a first word the name is "relate " (with
    /// the space).
    /// </summary>
    public static ChatInput.Command ToSubcommand(ChatInput.Command command)
    {
        if (command.Text.Spans is not [IncomingSpan.Words { Text: var words }, .. var rest])
        {
            return command with { Name = $"{command.Name} " };
        }

        var trimmed = words.TrimStart();
        var end = trimmed.IndexOfAny([' ', '\t', '\n']) is var blank and >= 0 ? blank : trimmed.Length;
        var remaining = trimmed[end..].TrimStart();
        return new ChatInput.Command(
            $"{command.Name} {trimmed[..end].ToLowerInvariant()}",
            new IncomingText(remaining.Length == 0 ? rest : [new IncomingSpan.Words(remaining), .. rest]));
    }

    /// <summary>Returns the end of the letters and digits that start at <paramref name="from"/>.</summary>
    private static int LengthOfWord(string text, int from)
    {
        while (from < text.Length && char.IsLetterOrDigit(text[from]))
        {
            from++;
        }

        return from;
    }
}
