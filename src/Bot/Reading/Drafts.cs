using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence.Drafts;

namespace RelateBot.Bot.Reading;

/// <summary>Keeps half-understood commands while a question about them is open.</summary>
public sealed partial class Drafts(DraftStore store, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Keeps it for its author; the id goes on the buttons.</summary>
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

    /// <summary>Takes it out again, once; null when it is not this person's, was used, or is too old.</summary>
    public async Task<ParsedCommand?> TakeAsync(Guid id, Person author, CancellationToken cancellationToken) =>
        await store.TakeAsync(id, author, cancellationToken) is { } kept && kept.ExpiresAt >= clock.GetUtcNow()
            ? JsonSerializer.Deserialize(kept.Content, DraftJson.Default.ParsedCommand)
            : null;

    /// <summary>
    /// A tap on one of the buttons that asked whom a name means, <c>draft:index</c>: the command with that receiver. Null when the question
    /// is no longer open.
    /// </summary>
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

    /// <summary>
    /// A tap on one of the buttons of <see cref="VisibilityMessages"/>, <c>draft:visibility</c>: the command with that visibility. Null
    /// when the question is no longer open.
    /// </summary>
    public async Task<ParsedCommand?> ChooseVisibilityAsync(string value, Person author, CancellationToken cancellationToken) =>
        value.Split(':') is [var draftId, var chosen]
            && Guid.TryParse(draftId, out var id)
            && chosen is nameof(Visibility.Private) or nameof(Visibility.Public)
        && await TakeAsync(id, author, cancellationToken) is { } draft
            ? draft with
            {
                Sentence = draft.Sentence with
                {
                    Visibility = chosen is nameof(Visibility.Private) ? Visibility.Private : Visibility.Public,
                    IsPrivacyUnclear = false,
                }
            }
            : null;

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(ParsedCommand))]
    private sealed partial class DraftJson : JsonSerializerContext;
}
