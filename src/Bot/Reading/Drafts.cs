using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence.Drafts;

namespace RelateBot.Bot.Reading;

/// <summary>Stores partly understood commands while a question about them is open.</summary>
public sealed partial class Drafts(DraftStore store, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Stores a command for its author for one hour.</summary>
    /// <returns>The draft's id, for the value of buttons.</returns>
    public Guid Keep(Person author, ParsedCommand command)
    {
        var now = clock.GetUtcNow();
        var kept = new Draft
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = author.OrganisationId,
            PersonId = author.Id,
            Content = JsonSerializer.Serialize(command, DraftJson.Default.ParsedCommand),
            ExpiresAt = now + Kept,
        };
        store.Add(kept);
        return kept.Id;
    }

    /// <summary>Returns and deletes a draft; null when it belongs to someone else, has been used, or has expired.</summary>
    public async Task<ParsedCommand?> TakeAsync(Guid id, Person author, CancellationToken cancellationToken) =>
        await store.TakeAsync(id, author, cancellationToken) is { } kept && kept.ExpiresAt >= clock.GetUtcNow()
            ? JsonSerializer.Deserialize(kept.Content, DraftJson.Default.ParsedCommand)
            : null;

    /// <summary>Handles a tap on a button of <see cref="NameMessages.WhichOne"/>, whose value is <c>draft:index</c>.</summary>
    /// <returns>The command with the chosen receiver; null when the question is no longer open.</returns>
    public async Task<ParsedCommand?> ChooseAsync(string value, Person author, CancellationToken cancellationToken) =>
        value.Split(':') is [var draftId, var index]
            && Guid.TryParse(draftId, out var id)
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen)
        && await TakeAsync(id, author, cancellationToken) is { Sentence.Unclear: [var unclear, .. var stillUnclear] } draft
        && chosen < unclear.Candidates.Length
            ? draft with
            {
                Sentence = draft.Sentence with
                {
                    Receivers = draft.Sentence.Receivers.Add(unclear.Candidates[chosen].Receiver),
                    Unclear = stillUnclear
                }
            }
            : null;

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(ParsedCommand))]
    private sealed partial class DraftJson : JsonSerializerContext;
}
