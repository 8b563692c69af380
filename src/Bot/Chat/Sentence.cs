using System.Collections.Immutable;

namespace RelateBot.Bot.Chat;

/// <summary>Reads a plain sentence to the bot as a command: its first word is the name.</summary>
internal static class Sentence
{
    private static readonly ImmutableArray<string> Names = ["thanks", "kudos", "ask", "helped", "help", "relate"];

    /// <summary>"Thank you @sue …", "thanks @sue …", "/thanks @sue …" are one; a sentence that starts otherwise is a command without a name.</summary>
    public static ChatInput.Command ToCommand(IncomingText text)
    {
        if (text.Spans is not [IncomingSpan.Words { Text: var words }, .. var rest])
        {
            return new ChatInput.Command("", text);
        }

        var trimmed = words.TrimStart().TrimStart('/');
        foreach (var (spoken, name) in (ReadOnlySpan<(string, string)>)[("thank you", "thanks"), ("thankyou", "thanks"), ("thx", "thanks"), .. Names.Select(name => (name, name))])
        {
            if (trimmed.StartsWith(spoken, StringComparison.OrdinalIgnoreCase)
                && (trimmed.Length == spoken.Length || !char.IsLetterOrDigit(trimmed[spoken.Length])))
            {
                var remaining = trimmed[spoken.Length..].TrimStart(' ', ',', ':', '\t');
                return new ChatInput.Command(name, new IncomingText(remaining.Length == 0 ? rest : [new IncomingSpan.Words(remaining), .. rest]));
            }
        }

        return new ChatInput.Command("", text);
    }

    /// <summary>"/relate admin sync …" is the command "relate admin" with what follows; without a first word it is "relate " alone.</summary>
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
            $"{command.Name} {trimmed[..end].ToLowerInvariant()}", new IncomingText(remaining.Length == 0 ? rest : [new IncomingSpan.Words(remaining), .. rest]));
    }
}
