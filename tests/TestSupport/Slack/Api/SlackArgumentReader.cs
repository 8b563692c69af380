using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace RelateBot.TestSupport.Slack;

/// <summary>Reads arguments from the query, a form or JSON: https://docs.slack.dev/apis/web-api#basics</summary>
internal static class SlackArgumentReader
{
    public static async Task<SlackCallBody> ReadAsync(HttpRequest request)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Query) values[name] = JsonSerializer.SerializeToElement(value.ToString());
        if (HttpMethods.IsGet(request.Method)) return new SlackCallBody(values);
        if (!HttpMethods.IsPost(request.Method)) return new SlackCallBody(values) { Error = "invalid_post_type" };
        if (request.ContentType is null)
        {
            return request.ContentLength is > 0 ? new SlackCallBody(values) { Error = "missing_post_type" } : new SlackCallBody(values);
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return new SlackCallBody(values) { Error = "invalid_post_type" };
        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return await ReadJsonAsync(request, type, values);
        if (!request.HasFormContentType) return new SlackCallBody(values) { Error = "invalid_post_type" };
        foreach (var (name, value) in await request.ReadFormAsync(request.HttpContext.RequestAborted))
        {
            values[name] = JsonSerializer.SerializeToElement(value.ToString());
        }

        return new SlackCallBody(values);
    }

    private static async Task<SlackCallBody> ReadJsonAsync(
        HttpRequest request,
        MediaTypeHeaderValue type,
        Dictionary<string, JsonElement> values)
    {
        var body = new SlackCallBody(values) { IsJson = true, Warning = type.Charset.HasValue ? null : "missing_charset" };
        try
        {
            var root = await JsonSerializer.DeserializeAsync<JsonElement>(
                request.Body,
                cancellationToken: request.HttpContext.RequestAborted);
            if (root.ValueKind is not JsonValueKind.Object) return body with { Error = "json_not_object" };
            foreach (var property in root.EnumerateObject()) values[property.Name] = property.Value;
            return body;
        }
        catch (JsonException)
        {
            return body with { Error = "invalid_json" };
        }
    }
}
