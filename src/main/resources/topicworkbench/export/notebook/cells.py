# %% [markdown]
# # RUN_NAME
#
# RUN_SOURCE
#
# Opens the run's folder in pandas and redraws its main charts. Needed: pandas with pyarrow, and matplotlib.
# `run-folder.md` of Topic Workbench describes every table.

# %%
import json
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.ticker import PercentFormatter

RUN = Path("RUN_FOLDER")  # where the run is; another place if it was moved
topics = pd.DataFrame(json.loads("TOPICS")).set_index("topic")  # names and colors as they were decided
decided = json.loads("DECIDED")  # what became of the model's topics, which reviews were corrected, which topics were split
names = topics["name"].str.slice(0, 40).str.replace("$", r"\$", regex=False)  # no formulas in charts
topics

# %% [markdown]
# ## Tables
#
# `documents` has a row for each review with topics: its strongest topic, and its share of each.

# %%
documents = pd.read_parquet(RUN / "document_topic.parquet")
quality = pd.read_parquet(RUN / "quality.parquet").set_index("topic")
reviews = pd.read_parquet(RUN / "reviews.parquet", columns=["review", "stars", "product", "date", "helpful_votes"])

documents["shown"] = documents["topic"].map({int(topic): home for topic, home in decided["homes"].items()})
corrected = documents["review"].map({int(review): topic for review, topic in decided["corrected"].items()})
documents["shown"] = corrected.fillna(documents["shown"]).astype(int)
for split in decided["splits"]:  # in the order in which they were made
    parts = pd.read_parquet(RUN / "splits" / split["file"]).set_index("review")["part"]
    whole = documents["shown"] == split["topic"]
    part = documents.loc[whole, "review"].map(parts).fillna(0).astype(int)
    documents.loc[whole, "shown"] = part.map(dict(enumerate(split["into"])))
documents["shown"] = documents["shown"].where(documents["shown"].isin(topics.index))  # none for hidden topics
documents = documents.merge(reviews, on="review")
documents.head()

# %% [markdown]
# ## What the reviews speak of

# %%
shares = documents["shown"].value_counts(normalize=True).sort_values()
shares.index = shares.index.astype(int)
fig, ax = plt.subplots(figsize=(9, 0.35 * len(shares) + 1))
ax.barh([names[topic] for topic in shares.index], shares.values,
        color=[topics["color"][topic] for topic in shares.index])
ax.xaxis.set_major_formatter(PercentFormatter(1))
ax.set_title("Share of the reviews by strongest topic")
ax.spines[["top", "right"]].set_visible(False)
fig.tight_layout()
plt.show()

# %% [markdown]
# ## How good the topics are
#
# WETC, topic uniqueness and NPMI of the model's topics.

# %%
quality[["prevalence", "wetc", "tu", "npmi"]].assign(words=quality["words"].map(lambda words: ", ".join(words[:8])))

# %% [markdown]
# ## Over time
#
# The six largest topics; nothing where the reviews have no dates.

# %%
dated = documents.dropna(subset=["date", "shown"])
if len(dated):
    months = pd.to_datetime(dated["date"]).dt.to_period("M")
    counts = dated.groupby([months, "shown"]).size().unstack(fill_value=0)
    over_time = counts.div(counts.sum(axis=1), axis=0)
    fig, ax = plt.subplots(figsize=(9, 4.5))
    for topic in counts.sum().nlargest(6).index.astype(int):
        ax.plot(over_time.index.to_timestamp(), over_time[topic], color=topics["color"][topic],
                label=names[topic])
    ax.yaxis.set_major_formatter(PercentFormatter(1))
    ax.set_title("Share of the reviews, by month")
    ax.legend(frameon=False, fontsize=8)
    ax.spines[["top", "right"]].set_visible(False)
    fig.tight_layout()
    plt.show()

# %% [markdown]
# ## Stars
#
# Mean stars of each topic, and how many of its reviews have any.

# %%
stars = documents.groupby("shown")["stars"].agg(["mean", "count"])
stars.index = stars.index.astype(int)
stars.join(names).sort_values("mean")

# %% [markdown]
# ## The map
#
# Nothing where the run has none.

# %%
if (RUN / "map.parquet").exists():
    places = pd.read_parquet(RUN / "map.parquet").merge(documents[["review", "shown"]], on="review").dropna()
    fig, ax = plt.subplots(figsize=(9, 9))
    ax.scatter(places["x"], places["y"], s=max(0.2, min(8, 30000 / len(places))), linewidths=0,
               c=[topics["color"][int(topic)] for topic in places["shown"]])
    for topic, middle in places.groupby("shown")[["x", "y"]].median().iterrows():
        ax.annotate(names[int(topic)], middle, ha="center", fontsize=8)
    ax.set_axis_off()
    ax.set_title("Every review, colored by topic")
    plt.show()
