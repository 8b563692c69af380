using System.Collections.Immutable;
using System.Net;
using System.Text.Json;

namespace RelateBot.Bot.Teams.Graph;

/// <summary>The answers to a <see cref="BatchRequest"/>, in any order: https://learn.microsoft.com/graph/json-batching#processing-the-json-batch-response</summary>
public sealed record BatchResponse(ImmutableArray<BatchResponse.Answer>? Responses)
{
    /// <summary>One of them.</summary>
    public sealed record Answer
    {
        /// <summary>Of the request.</summary>
        public required string Id { get; init; }

        public HttpStatusCode Status { get; init; }

        public ImmutableDictionary<string, string>? Headers { get; init; }

        /// <summary>What was asked for, or an error.</summary>
        public JsonElement Body { get; init; }
    }
}
