using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using RelateBot.Domain.Focus;

namespace RelateBot.Bot.Features.Focus;

/// <summary>
/// Conversation openers in four steps, from facts about work to what matters to both. Each step is a text file that anyone can edit, with
/// one opener on each line. A file of the same name in a folder <c>openers</c>, where the bot is started, overrides the delivered one.
/// </summary>
public sealed class ConversationOpeners
{
    /// <summary>The folder that contains a file for each step.</summary>
    public const string Folder = "openers";

    private readonly ImmutableArray<ImmutableArray<string>> steps;

    private ConversationOpeners(ImmutableArray<ImmutableArray<string>> steps) => this.steps = steps;

    /// <summary>The names of the files, in the order of the steps.</summary>
    public static ImmutableArray<string> Files { get; } = [
        "1-the-work.txt",
        "2-how-we-work.txt",
        "3-what-we-learn.txt",
        "4-what-matters.txt"
    ];

    /// <summary>Reads each file from the first of these folders that has it.</summary>
    /// <exception cref="OptionsValidationException">A file is missing or has no opener.</exception>
    public static ConversationOpeners Read(params ReadOnlySpan<string> places)
    {
        var read = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var name in Files)
        {
            var found = places.ToArray().Select(place => Path.Combine(place, Folder, name)).FirstOrDefault(File.Exists);
            ImmutableArray<string> lines = found is null
                ? []
                : [.. File.ReadLines(found).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
            if (lines.IsEmpty)
            {
                throw new OptionsValidationException(
                    nameof(ConversationOpeners),
                    typeof(ConversationOpeners),
                    [$"{Path.Combine(Folder, name)} has no opener. Write one a line, or put back the file that was delivered."]);
            }

            read.Add(lines);
        }

        return new ConversationOpeners(read.ToImmutable());
    }

    /// <summary>Returns all openers of a step (1..4).</summary>
    public ImmutableArray<string> OfStep(int step) => steps[step - 1];

    /// <summary>
    /// Returns the opener to suggest now. People start at different lines, and no opener is repeated before all have been used.
    /// </summary>
    public string For(FocusPerson entry)
    {
        var lines = OfStep(entry.Step);
        var start = BitConverter.ToUInt32(entry.Id.ToByteArray(), 12);
        return lines[(int)((start + (uint)entry.Turn) % (uint)lines.Length)];
    }
}
