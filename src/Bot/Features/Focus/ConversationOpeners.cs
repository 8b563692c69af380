using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using RelateBot.Domain.Focus;

namespace RelateBot.Bot.Features.Focus;

/// <summary>
/// What one could ask somebody, in four steps from the facts of the work to what matters to both. Each step is a text file that
/// anybody can edit, one opener a line; a file of that name in a folder <c>openers</c> where the bot is started wins over the delivered
/// one.
/// </summary>
public sealed class ConversationOpeners
{
    /// <summary>The folder, and the file of each step in it.</summary>
    public const string Folder = "openers";

    private readonly ImmutableArray<ImmutableArray<string>> steps;

    private ConversationOpeners(ImmutableArray<ImmutableArray<string>> steps) => this.steps = steps;

    /// <summary>The names of the files, the first step first.</summary>
    public static ImmutableArray<string> Files { get; } = [
        "1-the-work.txt",
        "2-how-we-work.txt",
        "3-what-we-learn.txt",
        "4-what-matters.txt"
    ];

    /// <summary>Reads each file from the first of these places that has it. A file without an opener stops the host.</summary>
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

    /// <summary>All of a step.</summary>
    public ImmutableArray<string> OfStep(int step) => steps[step - 1];

    /// <summary>The one that is suggested now: each person begins at another line, and none comes back before all were there.</summary>
    public string For(FocusPerson entry)
    {
        var lines = OfStep(entry.Step);
        var start = BitConverter.ToUInt32(entry.Id.ToByteArray(), 12);
        return lines[(int)((start + (uint)entry.Turn) % (uint)lines.Length)];
    }
}
